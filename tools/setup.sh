#!/bin/sh
# Makes .venv as requirements.txt says, after seeing to the system libraries; silent when nothing is to do.
# Usage: tools/setup.sh [report|test]     (test also wants poppler-utils and, where it can be had, Chromium)
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-report}

say() { echo "setup: $*"; }
fail() { say "$*" >&2; exit 1; }
is_new_enough() { "$1" -IS -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# One line for each thing this machine lacks: its Debian package, then what is wrong.
missing() {
    "$python" -IS - <<'PYTHON'
import ctypes
libraries = {"libpango-1.0": "-0", "libpangoft2-1.0": "-0", "libharfbuzz-subset": "0"}
for name, ending in libraries.items():  # loaded, as WeasyPrint does: packages differ among releases
    try:
        library = ctypes.CDLL(f"{name}.so.0")
        if name == "libpango-1.0" and library.pango_version() < 14400:
            print(name + ending, "Pango is older than 1.44")
    except OSError:
        print(name + ending, f"{name}.so.0 cannot be loaded")
PYTHON
    command -v fc-list >/dev/null || echo "fontconfig fc-list, which finds the fonts, is not installed"
    fonts=$(fc-list : family 2>/dev/null || true)
    for font in "Noto Sans CJK SC" "Noto Serif CJK SC"; do
        case $fonts in *"$font"*) ;; *) echo "fonts-noto-cjk the font $font is not found" ;; esac
    done
    $venv_is_usable || "$python" -c 'import ensurepip' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv ensurepip is not installed" % sys.version_info[:2])'
    [ "$purpose" != test ] || command -v pdftotext >/dev/null || echo "poppler-utils pdftotext is not installed"
}

packages() { # of what is missing; releases before Debian 12 keep harfbuzz-subset in libharfbuzz0b
    subset=libharfbuzz-subset0
    if apt-cache show libharfbuzz0b && ! apt-cache show $subset; then subset=libharfbuzz0b; fi >/dev/null 2>&1
    missing | sed "s/ .*//; s/^libharfbuzz-subset0$/$subset/" | sort -u | xargs
}

apt_install="apt-get install --yes --no-upgrade --no-remove --no-install-recommends"
install_packages() {
    say "apt-get update"
    $sudo apt-get -qq update || say "apt-get update failed; trying with the lists that are here"
    upgrades=$($apt_install --simulate $(packages) 2>/dev/null | awk '/^Inst [^ ]+ \[/ {print $2}' | xargs)
    if [ -n "$upgrades" ]; then say "left to you, for it would upgrade $upgrades" >&2; return; fi
    say "apt-get install $(packages)"
    $sudo env DEBIAN_FRONTEND=noninteractive $apt_install -qq $(packages) >/dev/null || true
}

# A .venv of a tree that was moved or copied still points to the old place: grep finds that out.
venv_is_usable=false
python=.venv/bin/python
if is_new_enough $python && grep -qsF "$(pwd -P)/.venv/bin/" .venv/bin/pip; then
    venv_is_usable=true
else
    for python in python3.13 python3.12 python3.11 python3 none; do ! is_new_enough $python || break; done
    [ $python != none ] || fail "no Python 3.11 or newer: neither python3.13, python3.12, python3.11 nor python3"
fi

sudo=
[ "$(id -u)" = 0 ] || sudo="sudo -n"
if [ -n "$(missing)" ]; then
    if command -v apt-get >/dev/null && $sudo true 2>/dev/null; then install_packages; fi
    if [ -n "$(missing)" ]; then
        missing | sed 's/^\([^ ]*\) \(.*\)/setup: \2 (Debian package \1)/' >&2
        fail "run as root: apt-get update && $apt_install $(packages)"
    fi
fi

# The browser test starts a real Chromium; where none can be had without upgrades, it skips and says so.
if [ "$purpose" = test ] && ! command -v chromium >/dev/null && $sudo true 2>/dev/null; then
    if command -v apt-get >/dev/null && ! $apt_install --simulate chromium 2>&1 | grep -qE '^(Inst [^ ]+ \[|E:)'; then
        say "apt-get install chromium"
        $sudo env DEBIAN_FRONTEND=noninteractive $apt_install -qq chromium >/dev/null || true
    fi
fi

stamp=$(cat requirements.txt pyproject.toml | sha256sum)
if $venv_is_usable && [ "$(cat .venv/.stamp 2>/dev/null)" = "${stamp%% *}" ]; then exit; fi
if ! $venv_is_usable; then
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi
rm -f .venv/.stamp
pip=".venv/bin/python -m pip --quiet --disable-pip-version-check"
say "installing requirements.txt"
$pip install -r requirements.txt
say "installing reporter, editable"
$pip install --no-deps --no-build-isolation -e .
echo "${stamp%% *}" >.venv/.stamp

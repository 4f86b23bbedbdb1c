"""The nouns: plain frozen values that every stage may know and that know no stage."""

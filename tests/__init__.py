"""The tests of planctl, one folder for each of its packages."""

"""Resolutions written for the tests."""

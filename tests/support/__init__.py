"""The test house: real servers, a city to try things in, a real browser, and the checks as one command."""

package logging

// Tests shall not print.
const defaultVerbosity = 0

// Package tide knows the tides.
package tide

func High(hour int) bool { return hour%12 < 6 }

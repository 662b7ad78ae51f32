package main

import (
	"strconv"
	"strings"
)

// Package testing sets the rate of the heap profile only when it has read its flags: what variables and init functions allocate
// before is sampled at the runtime's default of 512 KiB and written down as if at the rate, a lump of a MiB or nothing. The
// runtime takes a rate from GODEBUG before anything else runs, and only then: the agent puts the variable back.
const (
	godebugVariable = "GODEBUG"
	// The user's own GODEBUG behind "=", or "" where there was none.
	ownGodebugVariable = "CRASH_GUARD_GODEBUG"
	rateSetting        = "memprofilerate"
)

// profileRate is that of the profile which the shim asks for; 0 where it asks for none or the user has chosen.
func profileRate(c call, s settings, p place) int {
	switch {
	case c.has("-test.memprofilerate"):
		return 0
	case p.MemProfileRate > 0:
		return p.MemProfileRate
	}
	return s.MemProfileRate
}

// withEarlyRate has the runtime sample at that rate from its start on.
func withEarlyRate(environ []string, rate int) []string {
	own, found := variable(environ, godebugVariable)
	if rate <= 0 || strings.Contains(own, rateSetting) {
		return environ
	}
	kept := make([]string, 0, len(environ)+2)
	for _, entry := range environ {
		if !strings.HasPrefix(entry, godebugVariable+"=") {
			kept = append(kept, entry)
		}
	}
	setting, before := rateSetting+"="+strconv.Itoa(rate), ""
	if found {
		before = "=" + own
	}
	if own != "" {
		setting = own + "," + setting
	}
	return append(kept, godebugVariable+"="+setting, ownGodebugVariable+"="+before)
}

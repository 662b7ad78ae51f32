package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// arguments are what the supervisor asks for.
type arguments struct {
	recordDir string
	ceiling   uint64 // bytes; 0 is none
	tiers     []tier // how the ceiling may be held, the best first
	argv      []string
}

const usage = "usage: keeper RECORD_DIR [-ceiling BYTES] [-tiers cgroup,sudo,watcher] -- COMMAND ARGS..."

func parse(args []string) (arguments, error) {
	// Becoming root is only for those who ask for it.
	parsed := arguments{tiers: []tier{tierCgroup, tierWatcher}}
	if len(args) == 0 {
		return parsed, errors.New(usage)
	}
	parsed.recordDir, args = args[0], args[1:]
	for len(args) >= 2 && args[0] != "--" {
		var err error
		switch args[0] {
		case "-ceiling":
			parsed.ceiling, err = strconv.ParseUint(args[1], 10, 63)
		case "-tiers":
			parsed.tiers, err = parseTiers(args[1])
		default:
			err = errors.New(usage)
		}
		if err != nil {
			return parsed, fmt.Errorf("%s %s: %w", args[0], args[1], err)
		}
		args = args[2:]
	}
	if len(args) < 2 || args[0] != "--" {
		return parsed, errors.New(usage)
	}
	parsed.argv = args[1:]
	return parsed, nil
}

func parseTiers(text string) ([]tier, error) {
	var tiers []tier
	for _, name := range strings.Split(text, ",") {
		switch one := tier(name); one {
		case "":
		case tierCgroup, tierSudo, tierWatcher:
			tiers = append(tiers, one)
		default:
			return nil, fmt.Errorf("%q is none of cgroup, sudo and watcher", name)
		}
	}
	return tiers, nil
}

package main

import "go-crash-guard/probe/internal/host"

// room is how much the tree may still grow, and whether it has to shrink: it has reached the ceiling, or the machine is
// about to run out (5 % left, at most 512 MiB) and our tree holds most of what is used.
func room(tree, ceiling uint64, machine host.Memory) (headroom uint64, exhausted bool) {
	if tree >= ceiling {
		return 0, true
	}
	headroom = ceiling - tree
	if machine.TotalBytes == nil || machine.AvailableBytes == nil || *machine.AvailableBytes > *machine.TotalBytes {
		return headroom, false
	}
	total, available := *machine.TotalBytes, *machine.AvailableBytes
	reserve := total / 20
	if reserve > 512<<20 {
		reserve = 512 << 20
	}
	if available < reserve {
		return 0, tree > (total-available)/2
	}
	if available-reserve < headroom {
		headroom = available - reserve
	}
	return headroom, false
}

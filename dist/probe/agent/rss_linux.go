package agent

import crashGuardOS "os"

// crashGuardRss reads the resident set size through a descriptor that stays open, so that a sample opens nothing.
type crashGuardRss struct {
	statm     *crashGuardOS.File // nil without /proc
	pageBytes uint64
	text      [128]byte
}

func crashGuardOpenRss() *crashGuardRss {
	rss := &crashGuardRss{pageBytes: uint64(crashGuardOS.Getpagesize())}
	rss.statm, _ = crashGuardOpen("/proc/self/statm")
	return rss
}

// bytes reads the second number of "SIZE RESIDENT SHARED ...", which are pages; 0 when it cannot be read.
func (r *crashGuardRss) bytes() uint64 {
	if r.statm == nil {
		return 0
	}
	count, _ := r.statm.ReadAt(r.text[:], 0) // the end of the file is an error, but not here
	at := 0
	for at < count && r.text[at] != ' ' {
		at++
	}
	pages := uint64(0)
	for at++; at < count && r.text[at] >= '0' && r.text[at] <= '9'; at++ {
		pages = pages*10 + uint64(r.text[at]-'0')
	}
	return pages * r.pageBytes
}

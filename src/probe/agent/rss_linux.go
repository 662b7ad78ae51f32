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

func (r *crashGuardRss) close() { _ = r.statm.Close() } // nil is an error, but not here

// bytes reads the second and the third number of "SIZE RESIDENT SHARED ...", which are pages: all that is resident, and what
// of it can neither be dropped nor be anybody else's. Both are 0 when they cannot be read.
func (r *crashGuardRss) bytes() (resident, anonymous uint64) {
	if r.statm == nil {
		return 0, 0
	}
	count, _ := r.statm.ReadAt(r.text[:], 0) // the end of the file is an error, but not here
	text := crashGuardAfterBlank(r.text[:count])
	resident, _ = crashGuardNumber(text)
	shared, ok := crashGuardNumber(crashGuardAfterBlank(text))
	if !ok || shared > resident {
		shared = resident
	}
	return resident * r.pageBytes, (resident - shared) * r.pageBytes
}

func crashGuardAfterBlank(text []byte) []byte {
	for at, char := range text {
		if char == ' ' {
			return text[at+1:]
		}
	}
	return nil
}

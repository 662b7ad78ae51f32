package agent

import (
	crashGuardStrconv "strconv"
	crashGuardStrings "strings"
)

// crashGuardConfBytes is far more than a configuration holds.
const crashGuardConfBytes = 16 << 10

// crashGuardConf is what the shim wants watched; the zero value is nothing.
type crashGuardConf struct {
	ceiling    uint64 // bytes that the test processes may use together; 0 without a ceiling
	snapshotAt uint64 // percent of the ceiling; 0 for no snapshot near it
	usage      string // the file with the memory in use below the ceiling
	stat       string // the file that says how much of it cannot be reclaimed, in the line that begins with statKey
	statKey    string
	goroutines uint64 // a snapshot is taken above so many; 0 for never
	requests   bool   // a snapshot is taken when somebody makes the file snapshot-request
	leaks      bool   // goroutines that outlive the tests are looked for
	core       bool   // a crash ends in SIGABRT, so that the system writes a core
}

// crashGuardReadConf reads agent.conf. It must run in init: nothing that opens a file may come later.
func crashGuardReadConf(dir string) crashGuardConf {
	file, err := crashGuardOpenAtStart(dir + "/agent.conf")
	if err != nil {
		return crashGuardConf{}
	}
	defer file.Close()
	text := make([]byte, crashGuardConfBytes)
	count, _ := file.ReadAt(text, 0) // the end of the file is an error, but not here
	if count == len(text) {
		return crashGuardConf{}
	}
	return crashGuardParseConf(string(text[:count]))
}

// crashGuardParseConf reads lines of "key value". What it does not know or understand it leaves out.
func crashGuardParseConf(text string) crashGuardConf {
	var conf crashGuardConf
	for _, line := range crashGuardStrings.Split(text, "\n") {
		at := crashGuardStrings.IndexByte(line, ' ')
		if at < 0 {
			continue
		}
		value := line[at+1:]
		number, err := crashGuardStrconv.ParseUint(value, 10, 63)
		isNumber := err == nil
		switch line[:at] {
		case "usage":
			conf.usage = value
		case "stat":
			conf.stat = value
		case "statkey":
			conf.statKey = value
		case "requests":
			conf.requests = value == "1"
		case "leaks":
			conf.leaks = value == "1"
		case "core":
			conf.core = value == "1"
		case "ceiling":
			if isNumber {
				conf.ceiling = number
			}
		case "snapshot-at":
			if isNumber && number < 100 {
				conf.snapshotAt = number
			}
		case "goroutines":
			if isNumber {
				conf.goroutines = number
			}
		}
	}
	if conf.ceiling == 0 {
		conf.snapshotAt = 0
	}
	return conf
}

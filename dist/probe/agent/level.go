package agent

import crashGuardOS "os"

// crashGuardLevel reads how much of the memory below the ceiling is taken, without allocating.
type crashGuardLevel struct {
	usage  *crashGuardOS.File // nil: our own resident memory is all that is known
	stat   *crashGuardOS.File // nil: usage is compared as it is, page cache included
	key    string             // what cannot be reclaimed, in stat
	shared string             // memory of files in RAM, which cannot be reclaimed without swap either
	text   []byte
}

func crashGuardOpenLevel(conf crashGuardConf) crashGuardLevel {
	var level crashGuardLevel
	if conf.usage == "" {
		return level
	}
	level.usage, _ = crashGuardOpenAtStart(conf.usage)
	bytes := 32
	if level.usage != nil && conf.stat != "" && conf.statKey != "" {
		level.stat, _ = crashGuardOpenAtStart(conf.stat)
		level.key, level.shared = conf.statKey+" ", "shmem "
		if len(conf.statKey) > 6 && conf.statKey[:6] == "total_" {
			level.shared = "total_shmem "
		}
		bytes = 16 << 10
	}
	level.text = make([]byte, bytes)
	return level
}

func (l *crashGuardLevel) close() {
	_ = l.usage.Close() // nil is an error, but not here
	_ = l.stat.Close()
}

// crashGuardTaken is a reading of the level.
type crashGuardTaken struct {
	bytes  uint64 // what is compared with the threshold
	usage  uint64 // as the kernel counts it; 0 when unknown
	strict bool   // bytes is without what could be reclaimed
}

// read asks for what cannot be reclaimed only where the usage has reached the threshold: mostly it has not, and the other
// file takes ten times as long. Our own resident memory stands in for what cannot be read, and our anonymous memory for what
// the kernel has not counted yet: it may be seconds behind with that file, while the usage is exact.
func (l *crashGuardLevel) read(reading *crashGuardReading, threshold uint64) crashGuardTaken {
	resident := reading.resident()
	if l.usage == nil {
		return crashGuardTaken{bytes: resident}
	}
	usage, ok := crashGuardNumber(l.fill(l.usage))
	if !ok {
		return crashGuardTaken{bytes: resident}
	}
	taken := crashGuardTaken{bytes: usage, usage: usage}
	if usage < threshold || l.stat == nil {
		return taken
	}
	text := l.fill(l.stat)
	if kept, ok := crashGuardNumber(crashGuardLine(text, l.key)); ok {
		shared, _ := crashGuardNumber(crashGuardLine(text, l.shared))
		taken.bytes, taken.strict = kept+shared, true
		if taken.bytes < reading.anonymous {
			taken.bytes = reading.anonymous
		}
	}
	return taken
}

func (l *crashGuardLevel) fill(file *crashGuardOS.File) []byte {
	count, _ := file.ReadAt(l.text, 0) // the end of the file is an error, but not here
	return l.text[:count]
}

// crashGuardLine is what follows a prefix at the beginning of a line.
func crashGuardLine(text []byte, prefix string) []byte {
	for len(text) > 0 {
		if len(text) >= len(prefix) && string(text[:len(prefix)]) == prefix {
			return text[len(prefix):]
		}
		end := 0
		for end < len(text) && text[end] != '\n' {
			end++
		}
		if end == len(text) {
			break
		}
		text = text[end+1:]
	}
	return nil
}

// crashGuardNumber reads the digits at the beginning of text.
func crashGuardNumber(text []byte) (uint64, bool) {
	number, count := uint64(0), 0
	for count < len(text) && count < 19 && text[count] >= '0' && text[count] <= '9' {
		number = number*10 + uint64(text[count]-'0')
		count++
	}
	return number, count > 0
}

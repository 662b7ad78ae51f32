package agent

import (
	crashGuardBytes "bytes"
	crashGuardIO "io"
	crashGuardOS "os"
	crashGuardRuntime "runtime"
	crashGuardStrconv "strconv"
)

const (
	// A list of goroutines takes part of the room that is left, but always so much and never more than that.
	crashGuardListLeast = 256 << 10
	crashGuardListMost  = 4 << 20
	crashGuardListShare = 20
	// The world stands still while goroutines are listed, for 3 µs each, whether or not they fit.
	crashGuardListGoroutines = 500000
	// What it takes to write a heap profile: the compression, and every place that allocates.
	crashGuardProfileBytes = 2 << 20
	crashGuardPlaceBytes   = 1 << 10
)

// crashGuardSnapshot writes the files of one snapshot.
type crashGuardSnapshot struct {
	dir      string
	room     uint64 // bytes left below the ceiling
	problems []string
}

// write has a file written to another name first, so that it is whole when it is there.
func (s *crashGuardSnapshot) write(name string, content interface {
	writeTo(crashGuardIO.Writer) error
}) {
	path := s.dir + "/" + name
	err := crashGuardInsist(func() error { return crashGuardWhole(path, content.writeTo) })
	if err != nil {
		s.problems = append(s.problems, name+": "+err.Error())
	}
}

// crashGuardWhole leaves a file under its name only when everything is in it.
func crashGuardWhole(path string, writeTo func(crashGuardIO.Writer) error) error {
	file, err := crashGuardCreate(path + ".tmp")
	if err != nil {
		return err
	}
	err = writeTo(file)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = crashGuardRename(path+".tmp", path)
	}
	if err != nil {
		_ = crashGuardOS.Remove(path + ".tmp")
	}
	return err
}

// heap writes the heap profile as of the last collection, if that takes no more than a part of the room.
func (s *crashGuardSnapshot) heap(name string, part uint64) {
	places, _ := crashGuardRuntime.MemProfile(nil, true)
	if need := crashGuardProfileBytes + uint64(places)*crashGuardPlaceBytes; need > s.room/part {
		s.problems = append(s.problems, name+": left out, because it takes "+crashGuardStrconv.FormatUint(need, 10)+
			" bytes to write and "+crashGuardStrconv.FormatUint(s.room, 10)+" were left")
		return
	}
	s.write(name, crashGuardHeap{})
}

// goroutines lists them, as many as the room allows.
func (s *crashGuardSnapshot) goroutines(count uint64) {
	const name = "goroutines.txt"
	if count > crashGuardListGoroutines {
		s.problems = append(s.problems, name+": left out, because "+crashGuardStrconv.FormatUint(count, 10)+
			" goroutines would stand still for seconds")
		return
	}
	size := s.room / crashGuardListShare
	if size > crashGuardListMost {
		size = crashGuardListMost
	}
	if size < crashGuardListLeast {
		size = crashGuardListLeast
	}
	list := make([]byte, size)
	length := crashGuardRuntime.Stack(list, true)
	list = list[:length]
	if length == int(size) { // the last one may be cut off
		if end := crashGuardBytes.LastIndex(list, []byte("\n\n")); end > 0 {
			list = list[:end+1]
		}
	}
	s.write(name, crashGuardText(list))
}

func (s *crashGuardSnapshot) meta(meta *crashGuardMeta) {
	s.write("meta.txt", crashGuardText(meta.text()))
}

// crashGuardText is written as it is.
type crashGuardText []byte

func (t crashGuardText) writeTo(to crashGuardIO.Writer) error {
	_, err := to.Write(t)
	return err
}

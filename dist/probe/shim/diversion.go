package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

const (
	divertedBytes = 8 << 20 // kept in diagnose.txt
	longestLine   = 4096    // handed on as one; longer ones are cut
)

// diversion keeps the child's output from go test. Its lines stay whole; standard output and standard error are read
// apart, so that lines of the runtime are not torn by what tests print.
type diversion struct {
	theirs  []*os.File // what the child inherits
	readers sync.WaitGroup
	file    *bounded

	mutex sync.Mutex
	take  func(line string) // nil when nobody listens any more
}

// divert turns the shim's own standard output and error, which the child will inherit, into the attempt's diagnose.txt.
// On an error the output goes nowhere.
func divert(a attempt, take func(line string)) (*diversion, error) {
	d := &diversion{take: take}
	file, err := os.OpenFile(filepath.Join(a.dir, "diagnose.txt"), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err == nil {
		d.file = &bounded{file: file, left: divertedBytes}
		err = errors.Join(d.replace(&os.Stdout, func(string) {}), d.replace(&os.Stderr, d.hear))
	}
	if err != nil {
		nowhere, _ := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
		os.Stdout, os.Stderr = nowhere, nowhere
	}
	return d, err
}

func (d *diversion) replace(stream **os.File, take func(line string)) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	*stream = write
	d.theirs = append(d.theirs, write)
	d.readers.Add(1)
	go func() {
		defer d.readers.Done()
		eachLine(read, func(piece []byte) { d.file.add(piece) }, take)
	}()
	return nil
}

func (d *diversion) hear(line string) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.take != nil {
		d.take(line)
	}
}

// end is called when the child has ended: everything that it wrote is in the file then.
func (d *diversion) end() {
	done := make(chan struct{})
	for _, end := range d.theirs {
		end.Close()
	}
	go func() {
		d.readers.Wait()
		close(done)
	}()
	waitFor(done)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.take = nil
	if d.file != nil {
		d.file.close()
	}
}

// waitFor gives up on processes that the child has left behind and that still hold what it inherited.
func waitFor(done <-chan struct{}) {
	select {
	case <-done:
	case <-time.After(2 * time.Second):
	}
}

// eachLine reads to the end. pieces get everything, as lines or parts of long lines; take gets each line without its end,
// cut where it is too long.
func eachLine(from io.Reader, pieces func([]byte), take func(line string)) {
	reader := bufio.NewReaderSize(from, longestLine)
	for begins := true; ; {
		piece, err := reader.ReadSlice('\n')
		pieces(piece)
		whole := len(piece) > 0 && piece[len(piece)-1] == '\n'
		if begins && len(piece) > 0 {
			take(string(trimEnd(piece)))
		}
		begins = whole
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return
		}
	}
}

func trimEnd(line []byte) []byte {
	if length := len(line); length > 0 && line[length-1] == '\n' {
		return line[:length-1]
	}
	return line
}

// bounded is a file that takes so many bytes. Whoever writes never notices: the rest is counted and dropped.
type bounded struct {
	mutex   sync.Mutex
	file    *os.File
	left    int
	dropped int
}

func (b *bounded) add(piece []byte) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if b.dropped > 0 || len(piece) > b.left {
		b.dropped += len(piece)
		return
	}
	b.left -= len(piece)
	if _, err := b.file.Write(piece); err != nil {
		b.dropped += len(piece)
	}
}

func (b *bounded) close() {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if b.dropped > 0 {
		_, _ = b.file.WriteString("\ncrash-guard: " + strconv.Itoa(b.dropped) + " more bytes were dropped\n")
	}
	b.file.Close()
}

package exittrace

import (
	"debug/elf"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strings"
)

// image is where the parts of a program lie in the memory of its process.
type image struct {
	table uint64    // of functions; 0 where the file does not tell
	data  []segment // what is not code
}

// imageOf reads the file that a thread runs.
func imageOf(thread int) (image, error) {
	folder := fmt.Sprintf("/proc/%d/", thread)
	file, err := elf.Open(folder + "exe")
	if err != nil {
		return image{}, err
	}
	defer file.Close()
	vector, err := readSmall(folder + "auxv")
	if err != nil {
		return image{}, err
	}
	return locate(file, entryPoint(vector)), nil
}

// locate turns addresses of the file into those of the process, which began at entry.
func locate(file *elf.File, entry uint64) image {
	var found image
	shift := entry - file.Entry
	for _, section := range file.Sections {
		// .data.rel.ro.gopclntab where the program can be loaded anywhere. A C compiler's linker may put it together with
		// other data.
		if strings.HasSuffix(section.Name, ".gopclntab") {
			found.table = section.Addr + shift
		}
	}
	for _, program := range file.Progs {
		if program.Type == elf.PT_LOAD && program.Flags&elf.PF_X == 0 {
			from := program.Vaddr + shift
			found.data = append(found.data, segment{from &^ 7, from + program.Filesz})
		}
	}
	return found
}

// entryPoint reads AT_ENTRY from the auxiliary vector, pairs of words that the kernel hands to a new program.
func entryPoint(vector []byte) uint64 {
	const atEntry = 9
	for ; len(vector) >= 16; vector = vector[16:] {
		if binary.LittleEndian.Uint64(vector) == atEntry {
			return binary.LittleEndian.Uint64(vector[8:])
		}
	}
	return 0
}

func readSmall(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, 1<<20))
}

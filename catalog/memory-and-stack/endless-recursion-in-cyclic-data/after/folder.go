// Package folder adds up the sizes of folders, which may hold links to folders.
package folder

type Folder struct {
	Name    string
	Bytes   int
	Folders []*Folder
}

func (f *Folder) Size() int { return f.size(map[*Folder]bool{}) }

func (f *Folder) size(seen map[*Folder]bool) int {
	if seen[f] {
		return 0
	}
	seen[f] = true
	size := f.Bytes
	for _, sub := range f.Folders {
		size += sub.size(seen)
	}
	return size
}

// Package folder adds up the sizes of folders, which may hold links to folders.
package folder

type Folder struct {
	Name    string
	Bytes   int
	Folders []*Folder
}

func (f *Folder) Size() int {
	size := f.Bytes
	for _, sub := range f.Folders {
		size += sub.Size() //crash:blame
	}
	return size
}

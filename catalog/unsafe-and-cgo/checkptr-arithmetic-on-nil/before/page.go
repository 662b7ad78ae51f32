// Package page gives access to the pages of a store.
package page

import "unsafe"

type extension struct {
	flags    uint64
	checksum uint64
}

type Page struct{ extension *extension }

func (p *Page) Checksum() (uint64, bool) {
	base := unsafe.Pointer(p.extension)
	at := unsafe.Pointer(uintptr(base) + unsafe.Offsetof(extension{}.checksum)) //crash:blame
	if at == nil {
		return 0, false
	}
	return *(*uint64)(at), true
}

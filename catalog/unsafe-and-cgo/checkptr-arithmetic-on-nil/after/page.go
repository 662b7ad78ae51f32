// Package page gives access to the pages of a store.
package page

type extension struct {
	flags    uint64
	checksum uint64
}

type Page struct{ extension *extension }

func (p *Page) Checksum() (uint64, bool) {
	if p.extension == nil {
		return 0, false
	}
	return p.extension.checksum, true
}

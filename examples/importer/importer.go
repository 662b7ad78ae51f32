// Package importer reads the publisher's price list.
package importer

// Row is one line of the list.
type Row struct {
	ISBN  string
	Notes []byte
}

// Importer keeps every row that it has read, for a search that nobody uses any more.
type Importer struct{ rows []Row }

// Add reads one line.
func (i *Importer) Add(isbn string, notes []byte) {
	i.rows = append(i.rows, Row{ISBN: isbn, Notes: keep(notes)})
}

// Len is the number of rows.
func (i *Importer) Len() int { return len(i.rows) }

func keep(notes []byte) []byte {
	kept := make([]byte, 1<<20)
	for page := 0; page < len(kept); page += 4096 {
		kept[page] = 1
	}
	copy(kept, notes)
	return kept
}

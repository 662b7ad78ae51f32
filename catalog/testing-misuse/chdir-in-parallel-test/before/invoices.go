// Package invoices finds the invoices that lie in a folder.
package invoices

import "path/filepath"

func In(folder string) ([]string, error) {
	return filepath.Glob(filepath.Join(folder, "*.pdf"))
}

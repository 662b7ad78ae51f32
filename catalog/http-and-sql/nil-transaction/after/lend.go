// Package lend notes who has borrowed a book.
package lend

import "database/sql"

func To(db *sql.DB, reader, title string) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if _, err := tx.Exec("UPDATE books SET reader = ? WHERE title = ?", reader, title); err != nil {
		tx.Rollback()
		return err
	}
	return tx.Commit()
}

// Package catalogue looks every book up a second time.
package catalogue

import "database/sql"

func Check(db *sql.DB) (int, error) {
	rows, err := db.Query("SELECT title FROM books")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	checked := 0
	for rows.Next() {
		var title, again string
		if err := rows.Scan(&title); err != nil {
			return 0, err
		}
		if err := db.QueryRow("SELECT title FROM books WHERE title = " + title).Scan(&again); err != nil { //crash:blame
			return 0, err
		}
		checked++
	}
	return checked, rows.Err()
}

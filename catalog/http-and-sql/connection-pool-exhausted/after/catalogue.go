// Package catalogue looks every book up a second time.
package catalogue

import "database/sql"

func Check(db *sql.DB) (int, error) {
	titles, err := all(db)
	if err != nil {
		return 0, err
	}
	for _, title := range titles {
		var again string
		if err := db.QueryRow("SELECT title FROM books WHERE title = " + title).Scan(&again); err != nil {
			return 0, err
		}
	}
	return len(titles), nil
}

func all(db *sql.DB) ([]string, error) {
	rows, err := db.Query("SELECT title FROM books")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var titles []string
	for rows.Next() {
		var title string
		if err := rows.Scan(&title); err != nil {
			return nil, err
		}
		titles = append(titles, title)
	}
	return titles, rows.Err()
}

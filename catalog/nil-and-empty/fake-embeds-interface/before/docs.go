// Package docs renames documents.
package docs

type Store interface {
	Read(name string) (string, error)
	Write(name, text string) error
	Delete(name string) error
	History(name string) ([]string, error)
}

func Rename(store Store, from, to string) error {
	text, err := store.Read(from)
	if err != nil {
		return err
	}
	if _, err := store.History(from); err != nil { //crash:blame
		return err
	}
	if err := store.Write(to, text); err != nil {
		return err
	}
	return store.Delete(from)
}

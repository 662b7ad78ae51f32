package docs

import "testing"

type fakeStore struct {
	Store
	texts map[string]string
}

func (f *fakeStore) Read(name string) (string, error) { return f.texts[name], nil }

func (f *fakeStore) Write(name, text string) error {
	f.texts[name] = text
	return nil
}

func (f *fakeStore) Delete(name string) error {
	delete(f.texts, name)
	return nil
}

func TestRenameKeepsHistory(t *testing.T) {
	store := &fakeStore{texts: map[string]string{"draft": "Dear all"}}
	if err := Rename(store, "draft", "letter"); err != nil {
		t.Fatal(err)
	}
	if store.texts["letter"] != "Dear all" || len(store.texts) != 1 {
		t.Fatalf("store holds %q", store.texts)
	}
}

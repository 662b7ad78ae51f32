package store

import "testing"

type fixture struct {
	t     *testing.T
	store *Store
}

func newFixture(t *testing.T) *fixture { return &fixture{t: t, store: New()} }

func (f *fixture) wants(key, text string) {
	if got := f.store.Get(key); got != text {
		f.t.Fatalf("%s is %q, want %q", key, got, text)
	}
}

func (f *fixture) put(key, text string) {
	f.t.Logf("put %s", key)
	f.store.Put(key, text)
}

func TestStoreRemembers(t *testing.T) {
	f := newFixture(t)
	f.put("milk", "two litres")
	f.wants("milk", "two litres")
}

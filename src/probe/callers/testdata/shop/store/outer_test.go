package store_test

import (
	"testing"

	"example.com/shop/store"
)

func TestOuter(t *testing.T) { store.Watch(&store.Cart{}) }

package share

import (
	"sync"
	"testing"
)

func TestShares(t *testing.T) {
	var group sync.WaitGroup
	for people := 1; people <= 4; people++ {
		people := people
		group.Add(1)
		go func() {
			defer group.Done()
			if Of(people)*people != 12 {
				t.Fatal("the cake is not divided evenly") //crash:blame
			}
		}()
	}
	group.Wait()
}

// Package store keeps what was ordered.
package store

import (
	"net/http"
	"sort"
	"sync"
)

// Item is one line of an order.
type Item struct {
	Name  string
	Count int
}

// Cart holds items until they are paid.
type Cart struct {
	items []Item
	once  sync.Once
}

// Add puts an item into the cart.
func (c *Cart) Add(name string, count int) {
	c.grow()
	c.items = append(c.items, Item{name, count})
}

// grow is where the panic is.
func (c *Cart) grow() {
	if len(c.items) > 100 {
		panic("too much")
	}
}

// Adder is what a checkout needs.
type Adder interface{ Add(name string, count int) }

// Fill goes through an interface.
func Fill(to Adder, names []string) {
	for _, name := range names {
		to.Add(name, 1)
	}
}

// Watch grows it in the background.
func Watch(c *Cart) {
	go c.refill()
}

func (c *Cart) refill() { c.grow() }

// Sorted hands a literal to a library.
func Sorted(c *Cart) {
	sort.Slice(c.items, func(i, j int) bool {
		c.compare(i, j)
		return i < j
	})
}

func (c *Cart) compare(i, j int) { sink(i + j) }

// Handler hands a function to a library.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", serve)
	return mux
}

func serve(w http.ResponseWriter, r *http.Request) { sink(1) }

func sink(int) {}

// byCount is sorted by the library.
type byCount []Item

func (b byCount) Len() int           { return len(b) }
func (b byCount) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }
func (b byCount) Less(i, j int) bool { return weigh(b[i]) < weigh(b[j]) }

func weigh(item Item) int { return item.Count }

// ByCount sorts.
func ByCount(items []Item) { sort.Sort(byCount(items)) }

// Lazy does something once, and prepares something that nobody calls.
func (c *Cart) Lazy() func() {
	c.once.Do(c.load)
	return func() { c.unload() }
}

func (c *Cart) load()   { sink(2) }
func (c *Cart) unload() { sink(3) }

func dead() { deader() }

func deader() {}

var first = start()

func start() int { setUp(); return 1 }

func setUp() {}

func init() { setUp() }

func init() {
	defer func() { tearDown() }()
}

func tearDown() {}

var table = map[string]func(){"a": entry}

func entry() {}

// Run calls what the table holds.
func Run(name string) { table[name]() }

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newRepository, type GitRepository } from './git-repository.ts';

const files = {
  'go.mod': 'module example.com/m\n\ngo 1.21\n',
  'store/size.go': 'package store\n\nconst perOrder = 64\n',
  'store/store.go': `package store

type Order struct {
	ID    int
	Lines []string
}

type Store struct{ orders map[int]*Order }

func New() *Store { return &Store{orders: map[int]*Order{}} }

func (s *Store) Put(id int) {
	s.orders[id] = &Order{ID: id, Lines: make([]string, 8)}
}

var kept [][]byte

func (s *Store) Index() {
	kept = append(kept, make([]byte, perOrder*len(s.orders)))
}
`,
  'store/store_test.go': `package store

import (
	"testing"
	"time"
)

func fill(n int) *Store {
	s := New()
	for i := 0; i < n; i++ {
		s.Put(i)
		if i%2000 == 0 {
			time.Sleep(30 * time.Millisecond)
		}
	}
	return s
}

func TestPut(t *testing.T) { fill(12000) }

func TestIndex(t *testing.T) {
	s := fill(8000)
	for i := 0; i < 10; i++ {
		s.Index()
	}
}

func TestCases(t *testing.T) {
	t.Run("<img src=x onerror=alert(1)>", func(t *testing.T) { fill(4000) })
}
`,
  'quiet/quiet_test.go': `package quiet

import (
	"testing"
	"time"
)

func TestQuiet(t *testing.T) { time.Sleep(300 * time.Millisecond) }
`,
} satisfies Record<string, string>;

/** A repository with a store whose index takes eight times as much from the second commit on; `first` and `second` check out. */
export function grownStore(): GitRepository & { first: () => void; second: () => void } {
  const repository = newRepository();
  const { directory, git } = repository;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a store');
  repository.commit('store/size.go', files['store/size.go'].replace('64', '512'));
  return {
    ...repository,
    first: () => git('checkout', '--quiet', 'main^'),
    second: () => git('checkout', '--quiet', 'main'),
  };
}

/**
 * Changes that allocate no more than before: nothing of them may be blocked.
 * @type {import('../injection.mjs').Harmless[]}
 */
export const harmless = [
  {
    id: 'moved-lines',
    what: 'code moves down by forty lines',
    edits: [
      {
        file: 'parser/parser.go',
        from: '// A Node is',
        to: `${'// A line of prose.\n'.repeat(40)}\n// A Node is`,
      },
    ],
  },
  {
    id: 'renamed-function',
    what: 'a hot function has another name',
    edits: [
      {
        file: 'orders/orders.go',
        from: 'text.WriteString(money(',
        to: 'text.WriteString(inEuros(',
      },
      { file: 'orders/orders.go', from: 'func money(', to: 'func inEuros(' },
    ],
  },
  {
    id: 'new-test',
    what: 'a new test allocates 8 MiB',
    edits: [
      {
        file: 'cache/cache_test.go',
        from: 'func TestKeys(',
        to: `var sink []byte

func TestLargePages(t *testing.T) {
	for i := 0; i < 128; i++ {
		sink = make([]byte, 64<<10)
	}
	sink = nil
}

func TestKeys(`,
      },
    ],
  },
  {
    id: 'less',
    what: 'a function allocates half as much',
    edits: [
      {
        file: 'orders/orders.go',
        from: 'text.Grow(64 + 48*len(order.Lines))',
        to: 'text.Grow(32 + 20*len(order.Lines))',
      },
    ],
  },
  {
    id: 'documentation',
    what: 'no file of Go changes',
    edits: [{ file: 'README', from: '', to: 'A shop.\n' }],
  },
];

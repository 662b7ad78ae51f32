const file = 'parser/parser.go';
const start = 'p := &parser{input: input}';
const fields = '	input string\n	at    int\n';

/** @type {import('../injection.mjs').Injection[]} */
export const parser = [
  {
    id: 'parser-parse-5',
    kind: 'test +5 %',
    test: 'TestParse',
    metric: 'allocBytes',
    guilty: 'example.com/shop/parser.Parse',
    edits: [
      { file, from: fields, to: `${fields}	seen  []int\n` },
      { file, from: start, to: 'p := &parser{input: input, seen: make([]int, 0, 8)}' },
    ],
  },
  {
    id: 'parser-parse-10',
    kind: 'test +10 %',
    test: 'TestParse',
    metric: 'allocBytes',
    guilty: 'example.com/shop/parser.Parse',
    edits: [
      { file, from: fields, to: `${fields}	seen  []int\n` },
      { file, from: start, to: 'p := &parser{input: input, seen: make([]int, 0, 16)}' },
    ],
  },
  {
    id: 'parser-format-regrows',
    kind: 'everyday change',
    test: 'TestFormat',
    metric: 'allocBytes',
    guilty: 'example.com/shop/parser.appendNode',
    edits: [
      {
        file,
        from: 'return string(appendNode(make([]byte, 0, 256), node))',
        to: 'return string(appendNode(make([]byte, 0, 64), node))',
      },
    ],
  },
  {
    id: 'parser-format-escapes',
    kind: 'hot function escapes',
    test: 'TestFormat',
    metric: 'allocBytes',
    guilty: 'example.com/shop/parser.Format',
    edits: [
      {
        file,
        from: 'return string(appendNode(make([]byte, 0, 256), node))',
        to: `return string(appendNode(make([]byte, 0, 32*leaves(node)), node))
}

func leaves(node *Node) int {
	if node == nil {
		return 0
	}
	return 1 + leaves(node.Left) + leaves(node.Right)`,
      },
    ],
  },
  {
    id: 'parser-token-escapes',
    kind: 'hot function escapes',
    test: 'TestParse',
    metric: 'allocBytes',
    guilty: 'example.com/shop/parser.(*parser).next',
    edits: [
      { file, from: '	ahead token\n', to: '	ahead *token\n' },
      { file, from: 'func (p *parser) next() token {', to: 'func (p *parser) next() *token {' },
      { file, from: 'return token{at: from}', to: 'return &token{at: from}' },
      { file, from: 'return token{kind: kind', to: 'return &token{kind: kind' },
    ],
  },
  {
    id: 'parser-eval-escapes',
    kind: 'hot function escapes',
    test: 'TestEval',
    metric: 'allocBytes',
    guilty: 'example.com/shop/parser.operandsOf',
    edits: [
      {
        file,
        from: 'operands := [2]*Node{node.Left, node.Right}',
        to: 'operands := operandsOf(node)',
      },
      {
        file,
        from: '// Eval computes',
        to: `//go:noinline
func operandsOf(node *Node) []*Node { return []*Node{node.Left, node.Right} }

// Eval computes`,
      },
    ],
  },
  {
    id: 'parser-leak',
    kind: 'leak of 2 MiB',
    test: 'TestFormat',
    metric: 'inuseBytes',
    guilty: 'example.com/shop/parser.Format',
    edits: [
      {
        file,
        from: 'return string(appendNode(make([]byte, 0, 256), node))',
        to: `text := string(appendNode(make([]byte, 0, 256), node))
	if len(formatted) < 18_000 {
		formatted = append(formatted, text)
	}
	return text`,
      },
      { file, from: '// Format writes', to: 'var formatted []string\n\n// Format writes' },
    ],
  },
];

const file = 'orders/orders.go';
const invoice = 'text.Grow(64 + 48*len(order.Lines))';
const page = 'page := make([]Order, 0, to-from)';

/** @type {import('../injection.mjs').Injection[]} */
export const orders = [
  {
    id: 'orders-invoice-10',
    kind: 'test +10 %',
    test: 'TestInvoice',
    metric: 'allocBytes',
    guilty: 'example.com/shop/orders.(*Store).Invoice',
    edits: [{ file, from: invoice, to: 'text.Grow(96 + 48*len(order.Lines))' }],
  },
  {
    id: 'orders-invoice-50',
    kind: 'test +50 %',
    test: 'TestInvoice',
    metric: 'allocBytes',
    guilty: 'example.com/shop/orders.(*Store).Invoice',
    edits: [{ file, from: invoice, to: 'text.Grow(64 + 84*len(order.Lines))' }],
  },
  {
    id: 'orders-page-50',
    kind: 'test +50 %',
    test: 'TestPage',
    metric: 'allocBytes',
    guilty: 'example.com/shop/orders.(*Store).Page',
    edits: [{ file, from: page, to: 'page := make([]Order, 0, (to-from)*3/2)' }],
  },
  {
    id: 'orders-customers-10',
    kind: 'test +10 %',
    test: 'TestCustomers',
    metric: 'allocBytes',
    guilty: 'example.com/shop/orders.(*Store).Customers',
    edits: [
      {
        file,
        from: 'names := make([]string, 0, len(s.byCustomer))',
        to: 'names := make([]string, 0, len(s.byCustomer)+64)',
      },
    ],
  },
  {
    id: 'orders-revenue-escapes',
    kind: 'hot function escapes',
    test: 'TestRevenue',
    metric: 'allocBytes',
    guilty: 'example.com/shop/orders.(*Store).Revenue',
    edits: [
      {
        file,
        from: 'func cost(line *Line) int64 { return int64(line.Copies) * line.Price }',
        to: `var dearest *Line

func cost(line *Line) int64 {
	if dearest == nil || line.Price > dearest.Price {
		dearest = line
	}
	return int64(line.Copies) * line.Price
}`,
      },
    ],
  },
  {
    id: 'orders-leak',
    kind: 'leak of 2 MiB',
    test: 'TestPage',
    metric: 'inuseBytes',
    guilty: 'example.com/shop/orders.(*Store).Page',
    edits: [
      { file, from: '// Page returns', to: 'var history [][]Order\n\n// Page returns' },
      {
        file,
        from: '	return page\n',
        to: `	if len(history) < 800 {
		history = append(history, page)
	}
	return page
`,
      },
    ],
  },
];

import fc from 'fast-check';

// Each run draws the same inputs: one that draws others could fail on what nobody has changed. FAST_CHECK_SEED=random looks for
// more (make fuzz); what it finds is printed with its seed. A test that names a seed keeps it.
const { FAST_CHECK_SEED: asked = '20261122' } = process.env;
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });

import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest;
  }
});

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path2) {
      const ctrl = callVisitor(key, node, visitor, path2);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path2, ctrl);
        return visit_(key, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path2 = Object.freeze(path2.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path2 = Object.freeze(path2.concat(node));
          const ck = visit_("key", node.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path2) {
      const ctrl = await callVisitor(key, node, visitor, path2);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path2, ctrl);
        return visitAsync_(key, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path2 = Object.freeze(path2.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path2 = Object.freeze(path2.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path2) {
      if (typeof visitor === "function")
        return visitor(key, node, path2);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path2);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path2);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path2);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path2);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path2);
      return void 0;
    }
    function replaceNode(key, path2, node) {
      const parent = path2[path2.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name2 = parts.shift();
        switch (name2) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version3] = parts;
            if (version3 === "1.1" || version3 === "1.2") {
              this.yaml.version = version3;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version3);
              onError(6, `Unsupported YAML version ${version3}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name2}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name2 = `${prefix}${i}`;
        if (!exclude.has(name2))
          return name2;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count3, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count3);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count3 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count3)
            count3 = c;
        }
        return count3;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path2, value) {
      let v = value;
      for (let i = path2.length - 1; i >= 0; --i) {
        const k = path2[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path2) => path2 == null || typeof path2 === "object" && !!path2[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path2, value) {
        if (isEmptyPath(path2))
          this.add(value);
        else {
          const [key, ...rest] = path2;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        const [key, ...rest] = path2;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        const [key, ...rest] = path2;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path2) {
        const [key, ...rest] = path2;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        const [key, ...rest] = path2;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent2) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent2 ? comment.replace(/^(?! *$)/gm, indent2) : comment;
    }
    var lineComment = (str, indent2, comment) => str.endsWith("\n") ? indentComment(comment, indent2) : comment.includes("\n") ? "\n" + indentComment(comment, indent2) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text4, indent2, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text4;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent2.length);
      if (text4.length <= endStep)
        return text4;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent2.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text4, i, indent2.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text4[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text4[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text4, i, indent2.length);
          end = i + indent2.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text4[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text4[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text4;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text4;
      if (onFold)
        onFold();
      let res = text4.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text4.length;
        if (fold === 0)
          res = `
${indent2}${text4.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text4[fold]}\\`;
          res += `
${indent2}${text4.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text4, i, indent2) {
      let end = i;
      let start = i + 1;
      let ch = text4[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent2) {
          ch = text4[++i];
        } else {
          do {
            ch = text4[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text4[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit2 = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit2)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit2)
            return true;
          start = i + 1;
          if (strLen - start <= limit2)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent2 = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent2;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent2, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent2 = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent2}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent2, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent2 = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent2.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent2}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent2}`);
      }
      const indentSize = indent2 ? "2" : "1";
      let header4 = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header4 += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent2}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent2, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header4}
${indent2}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent2}`);
      return `|${header4}
${indent2}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent: indent2, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent2 === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent2 === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent2}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent2, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name2 = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name2} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent: indent2, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent2 + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent2}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning2) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning2);
        else
          console.warn(warning2);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge2.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent: indent2, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent2}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent2);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent: indent2, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent2}${line}` : "\n";
          return `${str}
${indent2}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent: indent2, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent2);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add2 = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add2(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add2(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string3 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string3;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int2;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null4 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null4.nullTag,
      bool.boolTag,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys2 = Object.keys(it);
            if (keys2.length === 1) {
              key = keys2[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys2.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int2;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date2 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date2 -= 6e4 * d;
        }
        return new Date(date2);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null4 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int2 = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null4.nullTag,
      bool.trueTag,
      bool.falseTag,
      int2.intBin,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null4 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string3.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int2.int,
      intHex: int2.intHex,
      intOct: int2.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null4.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys2 = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys2} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys2 = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys2}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string3 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string3.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version: version3 } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version3 = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version: version3 });
        this.setSchema(version3, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path2, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path2, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name2) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name2 || prev.has(name2) ? anchors.findNewAnchor(name2 || "a", prev) : name2;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        if (Collection.isEmptyPath(path2)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path2) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        if (Collection.isEmptyPath(path2))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path2, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path2) {
        if (Collection.isEmptyPath(path2))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path2) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        if (Collection.isEmptyPath(path2)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path2), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path2, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version3, options = {}) {
        if (typeof version3 === "number")
          version3 = String(version3);
        let opt;
        switch (version3) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version3;
            else
              this.directives = new directives.Directives({ version: version3 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version3);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count3, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count3);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name2, pos, code, message) {
        super();
        this.name = name2;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count3 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count3 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count3);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent2, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent2 && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search2) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search2));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep: sep3, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep3?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep3) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep3 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep3, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep3 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep3 + cb;
              sep3 = "";
              break;
            }
            case "newline":
              if (comment)
                sep3 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep: sep3, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep3?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep3 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep3 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep3, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep3 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep3)
                for (const st of sep3) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep3, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name2 = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name2} must end with a ${expectedEnd}` : `${name2} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header4 = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header4)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header4.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines2(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header4.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header4.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header4.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header4.indent;
      let offset = scalar.offset + header4.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent2, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header4.indent === 0 && indent2.length > trimIndent)
            trimIndent = indent2.length;
        } else {
          if (indent2.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent2.length, "MISSING_CHAR", message);
          }
          if (header4.indent === 0)
            trimIndent = indent2.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent2.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep3 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent2, content] = lines[i];
        offset += indent2.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent2.length < trimIndent) {
          const src = header4.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent2 = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep3 + indent2.slice(trimIndent) + content;
          sep3 = "\n";
        } else if (indent2.length > trimIndent || content[0] === "	") {
          if (sep3 === " ")
            sep3 = "\n";
          else if (!prevMoreIndented && sep3 === "\n")
            sep3 = "\n\n";
          value += sep3 + indent2.slice(trimIndent) + content;
          sep3 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep3 === "\n")
            value += "\n";
          else
            sep3 = "\n";
        } else {
          value += sep3 + content;
          sep3 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header4.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header4.length + scalar.source.length;
      return { value, type, comment: header4.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent2 = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent2 && n)
            indent2 = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent: indent2, chomp, comment, length };
    }
    function splitLines2(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue3(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue3(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep3 = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep3 === "\n")
            res += sep3;
          else
            sep3 = "\n";
        } else {
          res += sep3 + lm;
          sep3 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep3 + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning2) => {
          const pos = getErrorPos(source);
          if (warning2)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning2) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning2);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent: indent2, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent2 > 0 ? " ".repeat(indent2) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent: indent2, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent: indent2, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent: indent2, source: "\n" });
          return { type: "block-scalar", offset, indent: indent2, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent: indent2, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent: indent2, source, end };
        default:
          return { type: "scalar", offset, indent: indent2, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent2 = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent2 === "number")
        indent2 += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header4 = token.props[0];
            if (header4.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header4.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent2 === null,
        indent: indent2 !== null && indent2 > 0 ? " ".repeat(indent2) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header4 = token.props[0];
        if (header4.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header4.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent2 = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent: indent2, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent: indent2, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent: indent2, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent2 = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent: indent2, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep: sep3, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep3)
        for (const st of sep3)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path2) => {
      let item = cst;
      for (const [field, index] of path2) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path2) => {
      const parent = visit.itemAtPath(cst, path2.slice(0, -1));
      const field = path2[path2.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path2, item, visitor) {
      let ctrl = visitor(item, path2);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path2.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path2);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path2) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent2 = 0;
          while (ch === " ")
            ch = this.buffer[++indent2 + offset];
          if (ch === "\r") {
            const next = this.buffer[indent2 + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent2 + 1;
          }
          return ch === "\n" || indent2 >= this.indentNext || !ch && !this.atEnd ? offset + indent2 : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent2 = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent2 = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent2 !== -1 && indent2 < this.indentNext && line[0] !== "#" || indent2 === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent2 === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent2 = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent2 += 1;
              break;
            case "\n":
              nl = i2;
              indent2 = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent2 >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent2;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent2 > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep3;
          if (scalar.end) {
            sep3 = scalar.end;
            sep3.push(this.sourceToken);
            delete scalar.end;
          } else
            sep3 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep3 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep3 = it.sep;
                  sep3.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep3 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep3 = fc.end.splice(1, fc.end.length);
            sep3.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep3 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent2) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent2)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse2(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning2) => log.warn(doc.options.logLevel, warning2));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent2 = Math.round(options);
        options = indent2 < 1 ? void 0 : indent2 > 8 ? { indent: 8 } : { indent: indent2 };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse2;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// src/entry/exit-code.ts
var exitCodes = {
  pass: 0,
  fail: 1,
  wrongInput: 2,
  bug: 3,
  SIGINT: 130,
  SIGTERM: 143
};
function exitCode(report, cancelled) {
  if (cancelled !== null) return exitCodes[cancelled];
  return report.verdict.status === "pass" ? exitCodes.pass : exitCodes.fail;
}

// src/settings/input-error.ts
var InputError = class extends Error {
  problems;
  constructor(problems2) {
    super(problems2.map(describeProblem).join("\n"));
    this.name = "InputError";
    this.problems = problems2;
  }
};
function describeProblem(problem) {
  return `${problem.where}: ${problem.what}
  fix: ${problem.fix}`;
}

// src/report/plural.ts
function plural(count3, noun, many = `${noun}s`) {
  return `${String(count3)} ${count3 === 1 ? noun : many}`;
}

// src/entry/failure.ts
var issueForm = "https://github.com/org/go-crash-guard/issues/new?template=bug.yml";
function describeFailure(error) {
  if (error instanceof InputError) {
    const count3 = error.problems.length;
    const intro = count3 === 1 ? "" : `${plural(count3, "problem")} with what was given:
`;
    return {
      text: `${intro}${error.problems.map(describeProblem).join("\n")}
`,
      code: exitCodes.wrongInput
    };
  }
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return {
    text: `this is a bug in go-crash-guard, your tests are not to blame; please report it: ${issueForm}
${stack}
`,
    code: exitCodes.bug
  };
}

// src/entry/load-settings.ts
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

// src/settings/nearest.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
function nearest(word2, candidates) {
  const ranked = candidates.map((candidate) => ({ candidate, edits: (0, import_fastest_levenshtein.distance)(word2.toLowerCase(), candidate) })).sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best !== void 0 && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : null;
}

// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys2, wrap) {
  const raw = sourceShape(source);
  for (const key of keys2) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks2 = schema._zod.def.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path2, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path2);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units2 = str.length;
  if (!highSurrogate.test(str))
    return units2;
  let count3 = units2;
  for (let i = 0; i < units2 - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count3--;
      i++;
    }
  }
  return count3;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
function members(proto, table3) {
  for (const key in table3) {
    const desc = Object.getOwnPropertyDescriptor(table3, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name2, initializer2, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name2)) {
      return;
    }
    inst._zod.traits.add(name2);
    initializer2(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name2 });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name2);
    }
  });
  Object.defineProperty(_, "name", { value: name2 });
  return _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = () => this.message;
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
};
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});

// node_modules/zod/v4/core/parse.js
var _parse = (_Err) => {
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var parse = /* @__PURE__ */ _parse($ZodRealError);
var _parseAsync = (_Err) => {
  const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var parseAsync = /* @__PURE__ */ _parseAsync($ZodRealError);
var _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var safeParse = /* @__PURE__ */ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
  let error;
  return {
    success: false,
    get error() {
      if (!error) {
        error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error;
    },
    set error(e) {
      error = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var safeParseAsync = /* @__PURE__ */ _safeParseAsync($ZodRealError);

// node_modules/zod/v4/core/regexes.js
var anyString = /^[\s\S]{0,}$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;
var _null = /^null$/i;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin2 = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin2,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin2 = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin2,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin2 = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin2,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin: origin2,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin: origin2,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units2 = input.length;
    const length = typeof input === "string" && units2 > def.maximum ? codePointLength(input) : units2;
    if (length <= def.maximum)
      return;
    const origin2 = getLengthableOrigin(input);
    payload.issues.push({
      origin: origin2,
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units2 = input.length;
    const length = typeof input === "string" && units2 >= def.minimum && units2 < def.minimum * 2 ? codePointLength(input) : units2;
    if (length >= def.minimum)
      return;
    const origin2 = getLengthableOrigin(input);
    payload.issues.push({
      origin: origin2,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks2 = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks2) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks2.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks3, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks3) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks2, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks2, ctx));
      }
      return runChecks(result, checks2, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodNull = /* @__PURE__ */ $constructor("$ZodNull", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = _null;
  inst._zod.values = /* @__PURE__ */ new Set([null]);
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (input === null)
      return payload;
    payload.issues.push({
      expected: "null",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse2 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse2(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys2 = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys2, ...symbolKeys] : keys2;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys2),
    numKeys: keys2.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    };
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns2 = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns2.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
function discriminatorMap(def) {
  const map = /* @__PURE__ */ new Map();
  for (const option of def.options) {
    const values = option._zod.propValues?.[def.discriminator];
    if (!values || values.size === 0)
      throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
    for (const value of values) {
      if (map.has(value)) {
        if (value !== void 0)
          throw new Error(`Duplicate discriminator value "${String(value)}"`);
        map.set(value, null);
      } else {
        map.set(value, option);
      }
    }
  }
  return map;
}
var $ZodDiscriminatedUnion = /* @__PURE__ */ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
  def.inclusive = false;
  $ZodUnion.init(inst, def);
  const _super = inst._zod.parse;
  defineLazyInternal(inst, "propValues", (zod) => {
    const propValues = {};
    let undefinedCount = 0;
    for (const option of zod.def.options) {
      const pv = option._zod.propValues;
      if (!pv || Object.keys(pv).length === 0)
        throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
      if (pv[zod.def.discriminator]?.has(void 0))
        undefinedCount++;
      for (const [k, v] of Object.entries(pv)) {
        if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
          assignProp(propValues, k, /* @__PURE__ */ new Set());
        }
        for (const val of v) {
          propValues[k].add(val);
        }
      }
    }
    if (!zod.def.unionFallback && undefinedCount > 1)
      propValues[zod.def.discriminator]?.delete(void 0);
    return propValues;
  });
  def.options.forEach((option, i) => {
    const propShape = rawShape(option._zod.def);
    if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
      throw new Error(`Invalid discriminated union option at index "${i}"`);
    }
  });
  const disc = cached(() => discriminatorMap(def));
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isObject(input)) {
      payload.issues.push({
        code: "invalid_type",
        expected: "object",
        input,
        inst
      });
      return payload;
    }
    const value = input?.[def.discriminator];
    const opt = disc.value.get(value);
    if (opt && (value !== void 0 || ctx.direction !== "backward")) {
      return opt._zod.run(payload, ctx);
    }
    if (def.unionFallback || ctx.direction === "backward") {
      return _super(payload, ctx);
    }
    payload.issues.push({
      code: "invalid_union",
      errors: [],
      note: "No matching discriminator",
      discriminator: def.discriminator,
      options: Array.from(disc.value.keys()).filter((value2) => disc.value.get(value2) !== null),
      input,
      path: [def.discriminator],
      inst
    });
    return payload;
  };
});
var $ZodTuple = /* @__PURE__ */ $constructor("$ZodTuple", (inst, def) => {
  $ZodType.init(inst, def);
  const items = def.items;
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        input,
        inst,
        expected: "tuple",
        code: "invalid_type"
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
    const proms = [];
    const optinStart = getTupleOptStart(items, "optin");
    const optoutStart = getTupleOptStart(items, "optout");
    if (!def.rest) {
      if (input.length < optinStart) {
        payload.issues.push({
          code: "too_small",
          minimum: optinStart,
          inclusive: true,
          input,
          inst,
          origin: "array"
        });
        return payload;
      }
      if (input.length > items.length) {
        payload.issues.push({
          code: "too_big",
          maximum: items.length,
          inclusive: true,
          input,
          inst,
          origin: "array"
        });
      }
    }
    const itemResults = new Array(items.length);
    const abortEarly = def.rest ? ctx?.abortEarly : void 0;
    let itemAborted = false;
    for (let i = 0; i < items.length; i++) {
      const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((rr) => {
          itemResults[i] = rr;
        }));
      } else {
        itemResults[i] = r;
        if (abortEarly && !itemAborted && r.issues.length)
          itemAborted = aborted(r);
      }
    }
    if (def.rest && !itemAborted) {
      let i = items.length - 1;
      const rest = input.slice(items.length);
      let seen = payload.issues.length;
      for (const el of rest) {
        if (abortEarly && payload.issues.length !== seen) {
          if (aborted(payload, seen))
            break;
          seen = payload.issues.length;
        }
        i++;
        const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((r) => handleTupleResult(r, payload, i)));
        } else {
          handleTupleResult(result, payload, i);
        }
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
    }
    return handleTupleResults(itemResults, payload, items, input, optoutStart);
  };
});
function getTupleOptStart(items, key) {
  for (let i = items.length - 1; i >= 0; i--) {
    const omittable = key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional";
    if (!omittable)
      return i + 1;
  }
  return 0;
}
function handleTupleResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
  for (let i = 0; i < items.length; i++) {
    const r = itemResults[i];
    const isPresent = i < input.length;
    if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
      final.value.length = i;
      break;
    }
    if (r.issues.length) {
      if (!isPresent && i >= optoutStart) {
        final.value.length = i;
        break;
      }
      final.issues.push(...prefixIssues(i, r.issues));
    }
    final.value[i] = r.value;
  }
  for (let i = final.value.length - 1; i >= input.length; i--) {
    if (items[i]._zod.optout === "optional" && final.value[i] === void 0) {
      final.value.length = i;
    } else {
      break;
    }
  }
  return final;
}
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isPlainObject(input)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => {
              if (result2.issues.length) {
                payload.issues.push(...prefixIssues(key, result2.issues));
              }
              payload.value[outKey] = result2.value;
            }));
          } else {
            if (result.issues.length) {
              payload.issues.push(...prefixIssues(key, result.issues));
            }
            payload.value[outKey] = result.value;
          }
        }
      }
      let unrecognized;
      for (const key in input) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input[key];
          } else if (values) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((result2) => {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }));
        } else {
          if (result.issues.length) {
            payload.issues.push(...prefixIssues(key, result.issues));
          }
          payload.value[outKey] = result.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern2 = zod.def.innerType._zod.pattern;
    return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result2) => handleOptionalResult(payload, result2));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern2 = zod.def.innerType._zod.pattern;
    return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta2 = _meta[0];
    this._map.set(schema, meta2);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.set(meta2.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta2 = this._map.get(schema);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.delete(meta2.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
  return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
  return new Class(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
  return new Class({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
  return new Class({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _null2(Class, params) {
  return new Class({
    type: "null",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
  return new Class({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _positive(params) {
  return /* @__PURE__ */ _gt(0, params);
}
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
  return /* @__PURE__ */ _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern2, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern: pattern2
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
  const schema = new Class({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
  const ch = new $ZodCheck({ check: "describe" });
  ch._zod.onattach = [
    (inst) => {
      const existing = globalRegistry.get(inst) ?? {};
      globalRegistry.add(inst, { ...existing, description });
    }
  ];
  ch._zod.check = () => {
  };
  return ch;
}

// node_modules/zod/v4/mini/schemas.js
var ZodMiniType = /* @__PURE__ */ $constructor("ZodMiniType", (inst, def) => {
  if (!inst._zod)
    throw new Error("Uninitialized schema in ZodMiniType.");
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
}, {
  // `with` is an alias for `check`: the same function object, not a wrapper.
  get with() {
    return this.check;
  },
  set with(value) {
    own(this, "with", value);
  },
  parse(data, params) {
    return parse(this, data, params, { callee: this.parse });
  },
  parseAsync(data, params) {
    return parseAsync(this, data, params, { callee: this.parseAsync });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  check(...checks2) {
    const def = this.def;
    return this.clone({
      ...def,
      checks: [
        ...def.checks ?? [],
        ...checks2.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }, { parent: true });
  },
  clone(_def, params) {
    return clone(this, _def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  }
});
var ZodMiniString = /* @__PURE__ */ $constructor("ZodMiniString", (inst, def) => {
  $ZodString.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string2(params) {
  return _string(ZodMiniString, params);
}
var ZodMiniNumber = /* @__PURE__ */ $constructor("ZodMiniNumber", (inst, def) => {
  $ZodNumber.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function number2(params) {
  return _number(ZodMiniNumber, params);
}
var ZodMiniNumberFormat = /* @__PURE__ */ $constructor("ZodMiniNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodMiniNumber.init(inst, def);
});
function int(params) {
  return _int(ZodMiniNumberFormat, params);
}
var ZodMiniBoolean = /* @__PURE__ */ $constructor("ZodMiniBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function boolean2(params) {
  return _boolean(ZodMiniBoolean, params);
}
var ZodMiniNull = /* @__PURE__ */ $constructor("ZodMiniNull", (inst, def) => {
  $ZodNull.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function _null3(params) {
  return _null2(ZodMiniNull, params);
}
var ZodMiniNever = /* @__PURE__ */ $constructor("ZodMiniNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
  return _never(ZodMiniNever, params);
}
var ZodMiniArray = /* @__PURE__ */ $constructor("ZodMiniArray", (inst, def) => {
  $ZodArray.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
  return new ZodMiniArray({
    type: "array",
    element,
    ...normalizeParams(params)
  });
}
var ZodMiniObject = /* @__PURE__ */ $constructor("ZodMiniObject", (inst, def) => {
  $ZodObject.init(inst, def);
  ZodMiniType.init(inst, def);
  installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
  const def = {
    type: "object",
    shape: shape ?? {},
    ...normalizeParams(params)
  };
  return new ZodMiniObject(def);
}
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
  return new ZodMiniObject({
    type: "object",
    shape,
    catchall: /* @__PURE__ */ never(),
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function extend2(schema, shape) {
  return extend(schema, shape);
}
var ZodMiniUnion = /* @__PURE__ */ $constructor("ZodMiniUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function union(options, params) {
  return new ZodMiniUnion({
    type: "union",
    options,
    ...normalizeParams(params)
  });
}
var ZodMiniDiscriminatedUnion = /* @__PURE__ */ $constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
  $ZodDiscriminatedUnion.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function discriminatedUnion(discriminator, options, params) {
  return new ZodMiniDiscriminatedUnion({
    type: "union",
    options,
    discriminator,
    ...normalizeParams(params)
  });
}
var ZodMiniTuple = /* @__PURE__ */ $constructor("ZodMiniTuple", (inst, def) => {
  $ZodTuple.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function tuple(items, _paramsOrRest, _params) {
  const hasRest = _paramsOrRest instanceof $ZodType;
  const params = hasRest ? _params : _paramsOrRest;
  const rest = hasRest ? _paramsOrRest : null;
  return new ZodMiniTuple({
    type: "tuple",
    items,
    rest,
    ...normalizeParams(params)
  });
}
var ZodMiniRecord = /* @__PURE__ */ $constructor("ZodMiniRecord", (inst, def) => {
  $ZodRecord.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodMiniRecord({
      type: "record",
      keyType: /* @__PURE__ */ string2(),
      valueType: keyType,
      ...normalizeParams(valueType)
    });
  }
  return new ZodMiniRecord({
    type: "record",
    keyType,
    valueType,
    ...normalizeParams(params)
  });
}
var ZodMiniEnum = /* @__PURE__ */ $constructor("ZodMiniEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodMiniType.init(inst, def);
  inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodMiniEnum({
    type: "enum",
    entries,
    ...normalizeParams(params)
  });
}
var ZodMiniLiteral = /* @__PURE__ */ $constructor("ZodMiniLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function literal(value, params) {
  return new ZodMiniLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...normalizeParams(params)
  });
}
var ZodMiniOptional = /* @__PURE__ */ $constructor("ZodMiniOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
  return new ZodMiniOptional({
    type: "optional",
    innerType
  });
}
var ZodMiniNullable = /* @__PURE__ */ $constructor("ZodMiniNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
  return new ZodMiniNullable({
    type: "nullable",
    innerType
  });
}
// @__NO_SIDE_EFFECTS__
function nullish2(innerType) {
  return /* @__PURE__ */ optional(/* @__PURE__ */ nullable(innerType));
}
var ZodMiniCustom = /* @__PURE__ */ $constructor("ZodMiniCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function refine(fn, _params = {}) {
  return _refine(ZodMiniCustom, fn, _params);
}
var describe2 = describe;

// src/settings/duration.ts
var unitMs = /* @__PURE__ */ new Map([
  ["ns", 1e-6],
  ["us", 1e-3],
  ["µs", 1e-3],
  ["μs", 1e-3],
  ["ms", 1],
  ["s", 1e3],
  ["m", 6e4],
  ["h", 36e5]
]);
function parseDuration(text4) {
  if (text4 === "0") return 0;
  const part = /(?<amount>\d+\.?\d*|\.\d+)(?<unit>ns|us|µs|μs|ms|s|m|h)/gy;
  let totalMs = 0;
  let end = 0;
  for (const match of text4.matchAll(part)) {
    const perUnit = unitMs.get(match.groups?.["unit"] ?? "");
    if (perUnit === void 0) return null;
    totalMs += Number(match.groups?.["amount"]) * perUnit;
    end = match.index + match[0].length;
  }
  return end > 0 && end === text4.length ? totalMs : null;
}
function formatDuration(elapsedMs) {
  if (elapsedMs < 999.5) return `${String(Math.round(elapsedMs))}ms`;
  const seconds3 = elapsedMs / 1e3;
  if (seconds3 < 59.95) return `${seconds3.toFixed(1)}s`;
  const whole = Math.round(seconds3);
  const minutes = Math.floor(whole / 60);
  const pad = (value) => String(value).padStart(2, "0");
  return minutes < 60 ? `${String(minutes)}m${pad(whole % 60)}s` : `${String(Math.floor(minutes / 60))}h${pad(minutes % 60)}m`;
}

// src/settings/size.ts
var unitBytes = /* @__PURE__ */ new Map([
  ["b", 1],
  ["kb", 1e3],
  ["mb", 1e3 ** 2],
  ["gb", 1e3 ** 3],
  ["kib", 1024],
  ["mib", 1024 ** 2],
  ["gib", 1024 ** 3]
]);
var sizeUnits = "B, KB, MB, GB, KiB, MiB, GiB";
function parseSize(text4) {
  const match = /^(?<amount>\d+(?:\.\d+)?) ?(?<unit>[kmg]?i?b)$/i.exec(text4);
  const perUnit = unitBytes.get(match?.groups?.["unit"]?.toLowerCase() ?? "");
  if (match === null || perUnit === void 0) return null;
  const bytes3 = Math.floor(Number(match.groups?.["amount"]) * perUnit);
  return Number.isSafeInteger(bytes3) ? bytes3 : null;
}
function parsePercent(text4) {
  const amount2 = /^(?<amount>\d{1,6}(?:\.\d{1,6})?) ?%$/.exec(text4)?.groups?.["amount"];
  return amount2 === void 0 ? null : Number(amount2);
}

// src/settings/memory-limit.ts
var memoryLimitFix = `give a size such as 2GiB or 512MiB (units: ${sizeUnits}), a share of what this job may use such as 80%, or off`;
var leastBytes = 16 * 1024 ** 2;
function parseMemoryLimit(text4) {
  if (text4 === "off") return { kind: "off" };
  const percent2 = parsePercent(text4);
  if (percent2 !== null) {
    if (percent2 > 100) return { problem: "is more than all of the memory" };
    return percent2 > 0 ? { kind: "percent", percent: percent2 } : { problem: "leaves nothing to run in" };
  }
  const bytes3 = parseSize(text4);
  if (bytes3 !== null) {
    if (bytes3 === 0) return { problem: "leaves nothing to run in" };
    if (bytes3 < leastBytes)
      return { problem: "is too little for the go command, which needs more than 16MiB" };
    return { kind: "bytes", bytes: bytes3 };
  }
  if (/^0+$/.test(text4)) return { problem: "leaves nothing to run in" };
  if (/^\d+(?:\.\d+)?$/.test(text4)) return { problem: "has no unit" };
  return { problem: "is no memory limit" };
}

// src/settings/schema.ts
var failOnKinds = [
  "test-failure",
  "crash",
  "build-failure",
  "missing-tests",
  "no-tests"
];
var coreDumpModes = ["auto", "off", "required"];
var legNamePattern = /^[a-z][a-z0-9-]{0,39}$/;
var words = array(string2());
var duration2 = string2().check(
  refine((text4) => parseDuration(text4) !== null, {
    error: "is no duration; write one as Go does: 90s, 10m, 1h30m"
  }),
  describe2("A Go duration: 90s, 10m, 1h30m")
);
var positiveDuration = duration2.check(
  refine((text4) => parseDuration(text4) !== 0, { error: "is no time at all" })
);
var memoryLimit = string2().check(
  refine((text4) => !("problem" in parseMemoryLimit(text4)), {
    error: ({ input }) => {
      const parsed = parseMemoryLimit(String(input));
      return "problem" in parsed ? parsed.problem : "";
    }
  }),
  describe2(
    "Memory that everything a leg runs may use: a size such as 2GiB or 512MiB, a share of what this job may use such as 80%, or off; default 85%"
  )
);
var legName = string2().check(
  _regex(legNamePattern, {
    error: 'must be lower-case letters, digits and "-", beginning with a letter'
  })
);
var legDefinitionSchema = strictObject({
  name: legName.check(describe2("How the leg is called in the report")),
  race: optional(boolean2().check(describe2("Run with the race detector"))),
  "heap-profile": optional(boolean2().check(describe2("Keep one heap profile per package"))),
  tags: optional(words.check(describe2("Build tags"))),
  env: optional(
    record(
      string2().check(
        refine(
          (name2) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name2) && !name2.startsWith("CRASH_GUARD_"),
          {
            error: "is no name for an environment variable"
          }
        )
      ),
      string2()
    ).check(describe2('Environment variables, for example GOARCH: "386"'))
  ),
  go: optional(
    string2().check(
      _regex(/^(?:go)?1\.\d+(?:\.\d+|rc\d+|beta\d+)?$/, {
        error: "is no Go version such as 1.24.9"
      }),
      describe2("A Go version, fetched as a toolchain (GOTOOLCHAIN)")
    )
  ),
  flags: optional(words.check(describe2("Further go test flags for this leg")))
});
var snapshotSchema = strictObject({
  at: optional(
    string2().check(
      refine((text4) => parseSnapshotAt(text4) !== void 0, {
        error: "is neither a whole share between 1% and 99% nor off"
      }),
      describe2("Share of the memory ceiling, for example 80% (the default), or off")
    )
  ),
  goroutines: optional(
    int().check(
      _gte(1, { error: "is no number of goroutines" }),
      _lte(1e9, { error: "is more goroutines than any process can hold" }),
      describe2("Number of goroutines in a test process; default: off")
    )
  ),
  "test-time": optional(
    positiveDuration.check(describe2("Time that one test has run, a Go duration; default: off"))
  ),
  "no-progress": optional(
    positiveDuration.check(
      describe2("Time in which no test of a process ended or printed; default: off")
    )
  )
});
function parseSnapshotAt(text4) {
  if (text4 === "off") return null;
  const percent2 = parsePercent(text4);
  return percent2 !== null && Number.isInteger(percent2) && percent2 >= 1 && percent2 <= 99 ? percent2 : void 0;
}
var settingsFileSchema = strictObject({
  packages: optional(words.check(describe2("Package patterns; default ./..."))),
  legs: optional(
    array(union([legName, legDefinitionSchema])).check(
      _minLength(1, { error: "must name at least one leg" }),
      describe2("Ways to run the packages: the names race and memory, or legs of your own")
    )
  ),
  "go-test-flags": optional(words.check(describe2("Flags for go test, one or more an item"))),
  out: optional(
    string2().check(
      _minLength(1, { error: "names no folder" }),
      describe2("Folder for the report and the records")
    )
  ),
  timeout: optional(duration2),
  "memory-limit": optional(memoryLimit),
  "core-dumps": optional(
    _enum(coreDumpModes).check(
      describe2(
        "Core dumps of crashing tests: auto (in CI where the machine allows them; the default), off, required (refuse to run without)"
      )
    )
  ),
  snapshot: optional(
    snapshotSchema.check(
      describe2("When a test process writes its heap profile and all goroutines")
    )
  ),
  "fail-on": optional(
    array(_enum(failOnKinds)).check(describe2("What makes a run fail; default: all of them"))
  ),
  diagnose: optional(
    boolean2().check(
      describe2(
        "Run a process again that ended itself or died before its first test, to see why; default true"
      )
    )
  ),
  fresh: optional(
    boolean2().check(describe2("Run every test even if its result is cached (-count=1)"))
  )
});
var settingFixes = {
  "memory-limit": memoryLimitFix,
  snapshot: "give a mapping with at, goroutines, test-time, no-progress",
  "snapshot.at": "give a share of the memory ceiling such as 80%, or off",
  "snapshot.goroutines": "give a whole number such as 10000, or leave it out",
  "snapshot.test-time": "give a Go duration such as 5m, or leave it out",
  "snapshot.no-progress": "give a Go duration such as 2m, or leave it out"
};

// src/settings/layer.ts
var keys = Object.keys(settingsFileSchema.shape);
function validateLayer(layer) {
  const { where } = layer;
  const parsed = settingsFileSchema.safeParse(layer.values, { reportInput: true });
  if (parsed.success) return { layer: { values: parsed.data, where }, problems: [] };
  const { issues } = parsed.error;
  const problems2 = issues.flatMap((issue2) => describeIssue(issue2, layer));
  return { layer: { values: rightValues(layer.values, issues), where }, problems: problems2 };
}
function rightValues(values, issues) {
  const wrong = new Set(
    issues.flatMap(
      (issue2) => issue2.code === "unrecognized_keys" && issue2.path.length === 0 ? issue2.keys : [String(issue2.path[0])]
    )
  );
  const right = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)));
  const parsed = settingsFileSchema.safeParse(right);
  return parsed.success ? parsed.data : {};
}
function describeIssue(issue2, layer) {
  const [key, ...rest] = issue2.path;
  if (issue2.code === "unrecognized_keys" && key === void 0) {
    return issue2.keys.map((unknown2) => {
      const near2 = nearest(unknown2, keys);
      return {
        where: layer.where(unknown2),
        what: `unknown setting ${JSON.stringify(unknown2)}`,
        fix: near2 === null ? `known settings: ${keys.join(", ")}` : `did you mean ${JSON.stringify(near2)}?`
      };
    });
  }
  if (issue2.code === "invalid_union" && isMapping(issue2.input)) {
    const inner = issue2.errors.at(-1) ?? [];
    return inner.flatMap(
      (one) => describeIssue({ ...one, path: [...issue2.path, ...one.path] }, layer)
    );
  }
  const where = layer.where(String(key)) + rest.map((part) => `[${String(part)}]`).join("");
  const described = describeValueIssue(issue2);
  const own2 = settingFixes[issue2.path.map(String).join(".")];
  const useOwn = own2 !== void 0 && issue2.code !== "invalid_value";
  return [{ where, ...described, ...useOwn ? { fix: own2 } : {} }];
}
function describeValueIssue(issue2) {
  switch (issue2.code) {
    case "invalid_value": {
      const allowed = issue2.values.map(String);
      const near2 = typeof issue2.input === "string" ? nearest(issue2.input, allowed) : null;
      const hint = near2 === null ? "" : `did you mean ${near2}? `;
      return {
        what: `${show(issue2.input)} is not allowed`,
        fix: `${hint}allowed: ${allowed.join(", ")}`
      };
    }
    case "invalid_type":
      return {
        what: `${show(issue2.input)} is of the wrong kind`,
        fix: `give ${article(issue2.expected)}`
      };
    case "unrecognized_keys":
      return {
        what: `unknown key ${issue2.keys.map(show).join(", ")}`,
        fix: "see docs/settings.md for the keys of a leg and of snapshot"
      };
    case "invalid_union":
      return {
        what: `${show(issue2.input)} is no leg`,
        fix: 'give a name (lower-case letters, digits, "-") or a mapping with name, race, heap-profile, tags, env, go, flags'
      };
    case "invalid_key":
      return {
        what: `${show(issue2.input)} ${issue2.issues[0]?.message ?? issue2.message}`,
        fix: "give another name"
      };
    default:
      return { what: `${show(issue2.input)} ${issue2.message}`, fix: "see docs/settings.md" };
  }
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function show(value) {
  const text4 = JSON.stringify(value);
  return text4 === void 0 ? "nothing" : text4.length > 80 ? `${text4.slice(0, 77)}...` : text4;
}
function article(kind) {
  return { array: "a list", record: "a mapping", object: "a mapping", boolean: "true or false" }[kind] ?? `a ${kind}`;
}

// src/settings/quoted-words.ts
function splitQuotedWords(text4) {
  const words4 = [];
  let rest = text4.trimStart();
  while (rest !== "") {
    const quote = rest[0];
    if (quote === '"' || quote === "'") {
      const end = rest.indexOf(quote, 1);
      if (end < 0) return { problem: `the quote ${quote} is never closed` };
      words4.push(rest.slice(1, end));
      rest = rest.slice(end + 1);
    } else {
      const end = rest.search(/\s/);
      words4.push(end < 0 ? rest : rest.slice(0, end));
      rest = end < 0 ? "" : rest.slice(end);
    }
    rest = rest.trimStart();
  }
  return { words: words4 };
}
function joinQuotedWords(words4) {
  const quoted = [];
  for (const word2 of words4) {
    if (word2 !== "" && !/[\s'"]/.test(word2)) quoted.push(word2);
    else if (!word2.includes("'")) quoted.push(`'${word2}'`);
    else if (!word2.includes('"')) quoted.push(`"${word2}"`);
    else return null;
  }
  return quoted.join(" ");
}

// src/settings/go-test-flags.ts
var flagsWithoutValue = new Set(
  "a asan benchmem buildvcs c cover failfast fullpath i json linkshared modcacherw msan n race short trimpath v work x artifacts".split(
    " "
  )
);
var flagsWithValue = new Set(
  "C asmflags bench benchtime blockprofile blockprofilerate buildmode compiler count covermode coverpkg coverprofile cpu cpuprofile exec fuzz fuzzcachedir fuzzminimizetime fuzztime gccgoflags gcflags installsuffix ldflags list memprofile memprofilerate mod modfile mutexprofile mutexprofilefraction o outputdir overlay p parallel pgo pkgdir run shuffle skip tags timeout toolexec trace vet".split(" ")
);
var refused = /* @__PURE__ */ new Map([
  ["c", "it only compiles; under guard nothing would be tested"],
  ["C", "use --dir (working-directory) instead"],
  ["i", "the go command no longer knows it"],
  ["list", 'it only lists; use plain "go test -list"'],
  ["n", 'it only prints commands; use plain "go test -n"']
]);
var planFlags = /* @__PURE__ */ new Set([
  "tags",
  "mod",
  "modfile",
  "msan",
  "asan",
  "compiler",
  "installsuffix",
  "buildmode"
]);
function parseGoTestFlags(words4, where) {
  const problems2 = [];
  const flags = noGoTestFlags();
  const refuse = (what, fix) => {
    problems2.push({ where, what, fix });
  };
  for (const item of scan(words4, refuse)) {
    const fix = refused.get(item.name);
    if (fix !== void 0) refuse(`-${item.name} is not possible under guard`, fix);
    else apply(flags, item, refuse);
  }
  return { flags, problems: problems2 };
}
function noGoTestFlags() {
  return {
    words: [],
    planWords: [],
    exec: [],
    toolexec: [],
    overlay: null,
    verbose: false,
    run: "",
    skip: "",
    timeout: null,
    race: null,
    failfast: false,
    count: null,
    cpu: null,
    coverpkg: false
  };
}
function* scan(words4, refuse) {
  let sawUnknown = false;
  for (let i = 0; i < words4.length; i++) {
    const word2 = words4[i] ?? "";
    if (word2 === "-args" || word2 === "--args") {
      yield { name: "args", value: null, words: words4.slice(i) };
      return;
    }
    const match = /^--?(?:test\.)?(?<name>[^=-][^=]*)(?:=(?<value>.*))?$/s.exec(word2);
    if (match === null) {
      if (sawUnknown) yield { name: "", value: null, words: [word2] };
      else
        refuse(
          `${JSON.stringify(word2)} is no flag`,
          'package patterns go before "--" (or into "packages"), flags after it'
        );
      continue;
    }
    const name2 = match.groups?.["name"] ?? "";
    const value = match.groups?.["value"] ?? null;
    if (value === null && flagsWithValue.has(name2)) {
      const next = words4[i + 1];
      if (next === void 0) refuse(`-${name2} needs a value`, `write -${name2}=VALUE`);
      else yield { name: name2, value: next, words: [word2, next] };
      i++;
      continue;
    }
    if (!flagsWithoutValue.has(name2) && !flagsWithValue.has(name2)) sawUnknown = true;
    yield { name: name2, value, words: [word2] };
  }
}
function apply(flags, flag, refuse) {
  const on = flag.value === null || /^(?:1|t|true)$/i.test(flag.value);
  switch (flag.name) {
    case "json":
      if (!on)
        refuse(
          "-json=false is not possible under guard",
          "leave it out: the guard reads the event stream"
        );
      return;
    case "v":
      flags.verbose = on || flag.value === "test2json";
      return;
    case "exec":
    case "toolexec": {
      const split = splitQuotedWords(flag.value ?? "");
      if ("problem" in split) refuse(`-${flag.name}: ${split.problem}`, "close the quote");
      else flags[flag.name] = split.words;
      return;
    }
    case "overlay":
      flags.overlay = flag.value;
      return;
    case "race":
      flags.race = on;
      return;
    case "timeout":
      flags.timeout = flag.value;
      break;
    case "run":
      flags.run = flag.value ?? "";
      break;
    case "skip":
      flags.skip = flag.value ?? "";
      break;
    case "failfast":
      flags.failfast = on;
      break;
    case "count":
      flags.count = flag.value;
      break;
    case "cpu":
      flags.cpu = flag.value;
      break;
    case "coverpkg":
      flags.coverpkg = true;
      break;
    default:
      break;
  }
  flags.words.push(...flag.words);
  if (planFlags.has(flag.name)) flags.planWords.push(...flag.words);
}
function repeats(flags) {
  const rounds = flags.count === null ? 1 : Number(flags.count);
  const values = (flags.cpu ?? "").split(",").filter((value) => value.trim() !== "").length;
  return (Number.isSafeInteger(rounds) && rounds >= 0 ? rounds : 1) * Math.max(1, values);
}

// src/settings/legs.ts
var builtIn = [
  { name: "race", race: true },
  { name: "memory", "heap-profile": true }
];
function resolveLegs(sources, problems2) {
  const known = new Map(builtIn.map((leg) => [leg.name, leg]));
  for (const item of sources.definitions) {
    if (typeof item !== "string") known.set(item.name, item);
  }
  const common = commonWords(sources, problems2);
  const seen = /* @__PURE__ */ new Set();
  const legs = [];
  for (const item of sources.names) {
    const name2 = typeof item === "string" ? item : item.name;
    const definition = known.get(name2);
    if (definition === void 0) {
      const near2 = nearest(name2, [...known.keys()]);
      const hint = near2 === null ? "" : `did you mean ${near2}? `;
      const fix = `${hint}known legs: ${[...known.keys()].join(", ")}; define others under "legs" in .crash-guard.yml`;
      problems2.push({ where: sources.legsWhere, what: `unknown leg ${JSON.stringify(name2)}`, fix });
    } else if (seen.has(name2)) {
      problems2.push({
        where: sources.legsWhere,
        what: `leg ${name2} is named twice`,
        fix: "name each leg once"
      });
    } else {
      legs.push(toLeg(definition, common, sources, problems2));
    }
    seen.add(name2);
  }
  return legs;
}
function commonWords(sources, problems2) {
  const words4 = joinFlags(
    splitItems(sources.flagItems, sources.flagsWhere, problems2),
    sources.flagWords
  );
  const { flags, problems: found } = parseGoTestFlags(words4, sources.flagsWhere);
  problems2.push(...found);
  if (flags.race !== null) {
    problems2.push({
      where: sources.flagsWhere,
      what: "-race belongs to a leg, not to all",
      fix: 'choose legs: --legs race, or a leg of your own with "race: true"'
    });
  }
  if (sources.timeout !== null && flags.timeout !== null && sources.timeout !== flags.timeout) {
    problems2.push({
      where: sources.timeoutWhere,
      what: `timeout ${sources.timeout} contradicts the go test flag -timeout ${flags.timeout}`,
      fix: "give one of them"
    });
  }
  if (sources.fresh && flags.count !== null && flags.count !== "1") {
    problems2.push({
      where: sources.flagsWhere,
      what: `fresh (-count=1) contradicts the go test flag -count ${flags.count}`,
      fix: "leave fresh out: any -count runs the tests anew"
    });
  }
  const added = [
    ...sources.timeout === null ? [] : [`-timeout=${sources.timeout}`],
    ...sources.fresh && flags.count === null ? ["-count=1"] : []
  ];
  return [...added, ...words4];
}
function toLeg(definition, common, sources, problems2) {
  const where = `${sources.legsWhere} ${definition.name}`;
  const tags = definition.tags === void 0 ? [] : [`-tags=${definition.tags.join(",")}`];
  const own2 = [...tags, ...splitItems(definition.flags ?? [], where, problems2)];
  const { flags, problems: found } = parseGoTestFlags(joinFlags(common, own2), where);
  if (own2.length > 0) problems2.push(...found.filter(({ what }) => !alreadySaid(what, problems2)));
  if (flags.race !== null && parseGoTestFlags(common, where).flags.race === null) {
    problems2.push({
      where,
      what: "-race is no flag of a leg",
      fix: `write "race: ${String(flags.race)}" in the leg`
    });
  }
  const toolchain = definition.go === void 0 ? {} : { GOTOOLCHAIN: `go${definition.go.replace(/^go/, "")}` };
  return {
    name: definition.name,
    race: definition.race ?? false,
    heapProfile: definition["heap-profile"] ?? false,
    env: { ...toolchain, ...definition.env },
    goTestFlags: flags
  };
}
function joinFlags(first, second) {
  const a = splitAtArgs(first);
  const b = splitAtArgs(second);
  const args = [...a.args, ...b.args];
  return [...a.flags, ...b.flags, ...args.length > 0 ? ["-args", ...args] : []];
}
function splitAtArgs(words4) {
  const at2 = words4.findIndex((word2) => word2 === "-args" || word2 === "--args");
  return at2 < 0 ? { flags: [...words4], args: [] } : { flags: words4.slice(0, at2), args: words4.slice(at2 + 1) };
}
function alreadySaid(what, problems2) {
  return problems2.some((problem) => problem.what === what);
}
function splitItems(items, where, problems2) {
  return items.flatMap((item) => {
    const split = splitQuotedWords(item);
    if ("words" in split) return split.words;
    problems2.push({
      where,
      what: `${JSON.stringify(item)}: ${split.problem}`,
      fix: "close the quote"
    });
    return [];
  });
}

// src/settings/resolve.ts
var defaults = {
  packages: ["./..."],
  legs: ["race", "memory"],
  "go-test-flags": [],
  out: ".crash-guard/out",
  "fail-on": [...failOnKinds],
  diagnose: true,
  fresh: false,
  "core-dumps": "auto",
  snapshot: {}
};
var snapshotAtPercent = 80;
function resolveSettings(sources) {
  const problems2 = [...sources.problems];
  const layers = [];
  for (const raw of sources.layers) {
    const { layer, problems: found } = validateLayer(raw);
    layers.push(layer);
    problems2.push(...found);
  }
  const origin2 = {};
  const pick2 = (key) => {
    const layer = layers.find(({ values }) => values[key] !== void 0);
    origin2[key] = layer?.where(key) ?? "default";
    return layer?.values[key];
  };
  const packages = pick2("packages") ?? defaults.packages;
  for (const pattern2 of packages) {
    if (pattern2.startsWith("-") || pattern2.trim() === "") {
      problems2.push({
        where: origin2["packages"] ?? "packages",
        what: `${JSON.stringify(pattern2)} is no package pattern`,
        fix: 'give patterns such as ./... or ./store; flags for go test go after "--" or into go-test-flags'
      });
    }
  }
  const flagItems = pick2("go-test-flags") ?? defaults["go-test-flags"];
  const flagWords = sources.goTestWords ?? [];
  if (flagWords.length > 0) {
    const below3 = flagItems.length > 0 ? `${origin2["go-test-flags"] ?? ""} and ` : "";
    origin2["go-test-flags"] = `${below3}flags after "--"`;
  }
  const legs = resolveLegs(
    {
      names: pick2("legs") ?? defaults.legs,
      definitions: layers.flatMap(({ values }) => values.legs ?? []),
      legsWhere: origin2["legs"] ?? "legs",
      flagItems,
      flagWords,
      flagsWhere: origin2["go-test-flags"] ?? "go-test-flags",
      timeout: pick2("timeout") ?? null,
      timeoutWhere: origin2["timeout"] ?? "timeout",
      fresh: pick2("fresh") ?? defaults.fresh
    },
    problems2
  );
  const settings = {
    directory: sources.directory,
    packages,
    legs,
    out: sources.absolute(pick2("out") ?? defaults.out),
    failOn: pick2("fail-on") ?? defaults["fail-on"],
    memoryLimit: memoryLimit2(pick2("memory-limit")),
    coreDumps: pick2("core-dumps") ?? defaults["core-dumps"],
    diagnose: pick2("diagnose") ?? defaults.diagnose,
    snapshot: snapshotTriggers(pick2("snapshot") ?? defaults.snapshot),
    sources: origin2
  };
  if (problems2.length > 0) throw new InputError(problems2);
  return settings;
}
function memoryLimit2(text4) {
  const parsed = text4 === void 0 ? null : parseMemoryLimit(text4);
  return parsed === null || "problem" in parsed ? { kind: "default" } : parsed;
}
function snapshotTriggers(given) {
  const time2 = (text4) => text4 === void 0 ? null : parseDuration(text4);
  const at2 = given.at === void 0 ? snapshotAtPercent : parseSnapshotAt(given.at);
  return {
    atPercent: at2 ?? null,
    goroutines: given.goroutines ?? null,
    testTimeMs: time2(given["test-time"]),
    noProgressMs: time2(given["no-progress"])
  };
}

// src/settings/settings-file.ts
var import_yaml = __toESM(require_dist(), 1);
function parseSettingsFile(text4, fileName) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text4, { lineCounter: lines, prettyErrors: false });
  const problems2 = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      where: `${fileName}:${String(line)}:${String(col)}`,
      what: error.message,
      fix: "correct the YAML; docs/settings.md has an example"
    };
  });
  const positions = /* @__PURE__ */ new Map();
  const where = (key) => `${positions.get(key) ?? fileName} ${key}`;
  const empty = document.contents === null || isNull(document.contents);
  if (problems2.length > 0 || empty) return { layer: { values: {}, where }, problems: problems2 };
  if (!(0, import_yaml.isMap)(document.contents)) {
    const what = "the file must be a mapping of settings";
    const fix = 'write "key: value" lines; docs/settings.md has an example';
    return { layer: { values: {}, where }, problems: [{ where: fileName, what, fix }] };
  }
  for (const { key } of document.contents.items) {
    if (!(0, import_yaml.isScalar)(key)) continue;
    const { line } = lines.linePos(key.range[0]);
    positions.set(String(key.value), `${fileName}:${String(line)}`);
  }
  return { layer: { values: plainValue(document, problems2, fileName), where }, problems: problems2 };
}
function isNull(node) {
  return (0, import_yaml.isScalar)(node) && node.value === null;
}
function plainValue(document, problems2, fileName) {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    problems2.push({ where: fileName, what: error.message, fix: "write the values out" });
    return {};
  }
}

// src/entry/load-settings.ts
var fileNames = [".crash-guard.yml", ".crash-guard.yaml"];
async function loadSettings(request) {
  const directory = resolve(request.cwd, request.directory);
  if (!await isFolder(directory)) {
    throw new InputError([
      {
        where: request.directoryName,
        what: `${directory} is no folder`,
        fix: "name the folder of a Go module"
      }
    ]);
  }
  const problems2 = [];
  const layers = [withAbsoluteOut(request.layer, request.cwd)];
  const file = await readSettingsFile(request, directory);
  if (file !== null) {
    const parsed = parseSettingsFile(file.text, file.name);
    problems2.push(...parsed.problems);
    layers.push(parsed.layer);
  }
  return resolveSettings({
    layers,
    problems: problems2,
    directory,
    absolute: (path2) => resolve(directory, path2),
    ...request.goTestWords === void 0 ? {} : { goTestWords: request.goTestWords }
  });
}
function withAbsoluteOut(layer, cwd) {
  const { out } = layer.values;
  return typeof out === "string" && out !== "" ? { ...layer, values: { ...layer.values, out: resolve(cwd, out) } } : layer;
}
async function readSettingsFile(request, directory) {
  if (request.config !== "") {
    const path2 = resolve(request.cwd, request.config);
    try {
      return { name: request.config, text: await readFile(path2, "utf8") };
    } catch (error) {
      const what = `cannot read ${path2}: ${error.message}`;
      throw new InputError([
        { where: request.configName, what, fix: "name a settings file that exists" }
      ]);
    }
  }
  for (const name2 of fileNames) {
    try {
      return { name: name2, text: await readFile(join(directory, name2), "utf8") };
    } catch (error) {
      if (error.code === "ENOENT") continue;
      const what = `cannot be read: ${error.message}`;
      throw new InputError([{ where: name2, what, fix: "make the file readable, or remove it" }]);
    }
  }
  return null;
}
async function isFolder(path2) {
  return stat(path2).then(
    (stats) => stats.isDirectory(),
    () => false
  );
}

// src/machine/command.ts
import { spawn } from "node:child_process";
import { Buffer as Buffer2 } from "node:buffer";
var maxOutputBytes = 512 * 1024 * 1024;
var InterruptedError = class extends Error {
  constructor(what, signal5) {
    super(`${what} was ended by ${signal5}`);
    this.name = "InterruptedError";
  }
};
function uninterrupted(what, result) {
  if (result.kind === "signaled") throw new InterruptedError(what, result.signal);
  return result;
}
function commandRunner(stop) {
  return (command, args, options) => new Promise((resolve5) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env,
      stdio: [options.input === void 0 ? "ignore" : "pipe", "pipe", "pipe"],
      windowsHide: true
    });
    const kill = () => void child.kill("SIGKILL");
    const abandon = () => {
      kill();
      child.unref();
      child.stdout?.destroy();
      child.stderr?.destroy();
      settle({ kind: "signaled", signal: "SIGKILL", stdout: stdout(), stderr: stderr() });
    };
    const { timeoutMs } = options;
    const timer = timeoutMs === void 0 ? void 0 : setTimeout(abandon, timeoutMs);
    const settle = (result) => {
      clearTimeout(timer);
      stop.removeEventListener("abort", kill);
      resolve5(result);
    };
    if (stop.aborted) kill();
    stop.addEventListener("abort", kill, { once: true });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.once("error", (error) => {
      settle({ kind: "not-started", error: error.message });
    });
    child.once("close", (code, signal5) => {
      const output = { stdout: stdout(), stderr: stderr() };
      if (signal5 !== null) settle({ kind: "signaled", signal: signal5, ...output });
      else settle({ kind: "exited", code: code ?? -1, ...output });
    });
    child.stdin?.on("error", () => void 0);
    child.stdin?.end(options.input);
  });
}
function collect(stream) {
  const chunks = [];
  let size = 0;
  stream?.on("data", (chunk) => {
    size += chunk.length;
    if (size <= maxOutputBytes) chunks.push(chunk);
  });
  return () => Buffer2.concat(chunks).toString("utf8");
}
function describeFailure2(result) {
  switch (result.kind) {
    case "not-started":
      return `could not be started: ${result.error}`;
    case "signaled":
      return `was ended by ${result.signal}. ${lastLines(result.stderr)}`.trim();
    case "exited":
      return lastLines(result.stderr) || `ended with exit code ${String(result.code)}`;
  }
}
function lastLines(text4) {
  return text4.trim().split("\n").slice(-12).join("\n");
}

// src/verdict/verdict.ts
var outcomes = {
  passed: null,
  "no-tests": null,
  failed: { kind: "test-failure", status: "fail" },
  crashed: { kind: "crash", status: "fail" },
  killed: { kind: "crash", status: "fail" },
  exited: { kind: "crash", status: "fail" },
  "timed-out": { kind: "crash", status: "fail" },
  "build-failed": { kind: "build-failure", status: "fail" },
  "not-started": { kind: "lost", status: "incomplete" },
  lost: { kind: "lost", status: "incomplete" },
  cancelled: { kind: "cancelled", status: "incomplete" }
};
function judge(input) {
  const found = [];
  for (const run of input.packages) found.push(...judgePackage(run));
  for (const leg of input.legs) found.push(...judgeLeg(leg, input.packages));
  if (input.problem !== null) {
    found.push({ reason: { kind: "lost", message: input.problem }, status: "incomplete" });
  }
  const ran = input.packages.some(({ tests: tests2 }) => tests2.passed + tests2.failed + tests2.skipped > 0);
  if (!ran && found.length === 0) {
    found.push({
      reason: { kind: "no-tests", message: "no test ran in any package" },
      status: "incomplete"
    });
  }
  if (input.cancelled) {
    found.push({
      reason: { kind: "cancelled", message: "the run was stopped before its end" },
      status: "incomplete"
    });
  }
  const blocking = found.filter(
    ({ reason }) => isUnseen(reason.kind) || input.failOn.includes(reason.kind)
  );
  const status = blocking.some((item) => item.status === "fail") ? "fail" : blocking.length > 0 ? "incomplete" : "pass";
  return { status, reasons: found.map(({ reason }) => reason) };
}
function isUnseen(kind) {
  return kind === "lost" || kind === "cancelled";
}
function* judgePackage(run) {
  const at2 = { package: run.package, leg: run.leg };
  const { unfinished, neverRan, failures: failures2, failed } = run.tests;
  const missing = missingText(unfinished.length, neverRan.length);
  const cleanExit = run.ending === "exited" && run.attempts.at(-1)?.exitCode === 0 && failed === 0;
  const outcome = cleanExit ? { kind: "missing-tests", status: "incomplete" } : outcomes[run.ending];
  if (outcome !== null) {
    const first = failures2[0] ?? null;
    yield {
      status: outcome.status,
      reason: {
        kind: outcome.kind,
        message: `${describeEnding(run)}${missing === "" ? "" : `; ${missing}`}`,
        ...at2,
        ...run.ending === "failed" && first !== null ? { test: first.test } : {}
      }
    };
  }
  if (missing !== "" && outcome?.kind !== "missing-tests") {
    yield { status: "incomplete", reason: { kind: "missing-tests", message: missing, ...at2 } };
  }
  if (failed > 0 && outcome?.kind !== "test-failure") {
    yield {
      status: "fail",
      reason: { kind: "test-failure", message: `${plural(failed, "test")} failed`, ...at2 }
    };
  }
}
function* judgeLeg(leg, packages) {
  const own2 = packages.filter((run) => run.leg === leg.name);
  const rebuilds = (leg.rounds ?? []).filter(({ purpose }) => purpose === "rebuild");
  const ends = [
    { what: "go test", explained: own2.some(isExplained), ...leg },
    ...rebuilds.map((round) => ({
      what: "the go test that built again what had been killed",
      explained: own2.some(({ ending }) => outcomes[ending] !== null),
      ...round
    }))
  ];
  for (const { what, explained, signal: signal5, exitCode: exitCode2 } of ends) {
    const message = describeGoEnd(what, signal5, exitCode2, explained);
    if (message !== null)
      yield { status: "incomplete", reason: { kind: "lost", message, leg: leg.name } };
  }
}
function describeGoEnd(what, signal5, exitCode2, explained) {
  if (signal5 !== null) return `${what} itself was ended by ${signal5}`;
  if (exitCode2 === null) return `nobody saw how ${what} ended: its records stop`;
  if (exitCode2 !== 0 && !explained)
    return `${what} ended with exit code ${String(exitCode2)} although no package says why`;
  return null;
}
function isExplained(run) {
  return outcomes[run.ending] !== null || run.attempts.some(({ number: number3 }) => number3 === 0);
}
function describeEnding(run) {
  const last = run.attempts.at(-1);
  const code = last?.exitCode ?? null;
  const signal5 = last?.signal ?? null;
  const withCode = code === null ? "" : ` with exit code ${String(code)}`;
  switch (run.ending) {
    case "passed":
      return "passed";
    case "no-tests":
      return "has no tests to run";
    case "failed":
      return run.tests.failed > 0 ? `${plural(run.tests.failed, "test")} failed` : `all tests ended, then the process ended${withCode}`;
    case "crashed":
      return signal5 === null ? "crashed" : `crashed by ${signal5}`;
    case "killed":
      return `killed by ${signal5 ?? "a signal"}`;
    case "exited":
      return `the process ended itself${withCode}`;
    case "timed-out":
      return "ran into -timeout";
    case "build-failed":
      return "did not build";
    case "not-started":
      return "never started";
    case "cancelled":
      return "stopped with the run";
    case "lost":
      return "its records stop: nobody saw it end";
  }
}
function missingText(unfinished, neverRan) {
  const parts = [
    ...unfinished > 0 ? [`${plural(unfinished, "test")} unfinished`] : [],
    ...neverRan > 0 ? [`${plural(neverRan, "test")} never ran`] : []
  ];
  return parts.join(", ");
}

// src/report/format.ts
function formatBytes(bytes3) {
  const units2 = ["B", "KiB", "MiB", "GiB", "TiB"];
  let value = bytes3;
  let unit = 0;
  while (value >= 1024 && unit < units2.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? String(value) : value.toFixed(1)} ${units2[unit] ?? ""}`;
}
function printable(text4) {
  return text4.replace(/\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)?/g, "").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "�");
}
function clip(text4, maxChars7) {
  return text4.length <= maxChars7 ? text4 : `${text4.slice(0, maxChars7 - 1)}…`;
}
function listNames(names4, max) {
  const shown = names4.slice(0, max).map((name2) => clip(printable(name2), 120));
  const more = names4.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${String(more)} more` : shown.join(", ");
}

// src/render/markdown.ts
function inlineCode(text4, maxChars7 = 200) {
  const flat = clip(printable(text4).replace(/\s+/g, " ").trim(), maxChars7);
  if (flat === "") return "";
  const fence = "`".repeat(longestRun(flat) + 1);
  const pad = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
function sentence(text4, maxChars7) {
  const plain4 = /^[\p{L}\p{N} ,.;:()'"%/-]*$/u.test(text4) && !/\/\/|www\./.test(text4);
  return plain4 ? clip(text4, maxChars7) : inlineCode(text4, maxChars7);
}
function cellCode(text4) {
  return inlineCode(text4).replaceAll("|", "\\|");
}
function codeBlock(text4, maxChars7) {
  const body = clip(printable(text4).trimEnd(), maxChars7);
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}text
${body}
${fence}`;
}
function longestRun(text4) {
  return Math.max(0, ...(text4.match(/`+/g) ?? []).map((run) => run.length));
}

// src/render/cause.ts
var plain = /* @__PURE__ */ new Set(["test-failure", "build-failed", "vet-failed", "no-tests"]);
var pages = "https://github.com/org/go-crash-guard/blob/v1/docs/causes";
function causePage(id) {
  return `${pages}/${id}.md`;
}
function told(run) {
  return run.cause === null || plain.has(run.cause.id) ? null : run.cause;
}
function* causeMarkdown(run) {
  const cause = told(run);
  if (cause === null) return;
  const { id, confidence } = cause;
  yield `**Cause: [${id}](${causePage(id)})** (${confidence}): ${inlineCode(cause.summary, 500)}`;
  const blackBox2 = run.attempts.at(-1)?.blackBox;
  if (blackBox2 !== void 0) yield [...holdersTable(blackBox2)].join("\n");
  if (cause.advice.length > 0)
    yield cause.advice.map((line) => `- ${inlineCode(line, 500)}`).join("\n");
  const facts = cause.evidence.map(
    ({ source, detail }) => `- ${source}: ${inlineCode(detail, 400)}`
  );
  const excluded = cause.excluded.map(
    ({ id: other, because }) => `- not ${other}: ${inlineCode(because, 400)}`
  );
  yield ["<details><summary>Evidence</summary>", "", ...facts, ...excluded, "", "</details>"].join(
    "\n"
  );
}
function* holdersTable(box) {
  yield `Who held the memory${when(box)}:`;
  yield "";
  yield "| held | share | function | where | test |";
  yield "| ---: | ---: | --- | --- | --- |";
  for (const { bytes: bytes3, share, test, ...top } of mainHolders(box, 5)) {
    const { function: name2, file, line } = top.caller ?? top;
    const where = `${file}:${String(line)}`;
    yield `| ${formatBytes(bytes3)} | ${(share * 100).toFixed(0)} % | ${cellCode(name2)} | ${cellCode(where)} | ${test === null ? "" : cellCode(test)} |`;
  }
  if ((box.outsideGoBytes ?? 0) > 0)
    yield `| ${formatBytes(box.outsideGoBytes ?? 0)} | | outside Go: cgo, mmap, C libraries | | |`;
}
function mainHolders({ functions }, max) {
  return functions.slice(0, max).filter(({ share }, index) => index === 0 || share >= 0.01);
}
function when({ rssBytes, elapsedMs, early }) {
  const rss = rssBytes === null ? "" : ` at an RSS of ${formatBytes(rssBytes)}`;
  const at2 = elapsedMs === null ? "" : `, ${(elapsedMs / 1e3).toFixed(1)} s after its start`;
  return `${rss}${at2}${early ? ", before the garbage was collected" : ""}`;
}
function* causeLines(run, paint) {
  const cause = told(run);
  if (cause === null) return;
  const confidence = paint.dim(`(${cause.confidence})`);
  yield `    cause:      ${cause.id} ${confidence} ${clip(printable(cause.summary), 400)}`;
  for (const line of heldLines(run.attempts.at(-1))) yield `    held:       ${line}`;
  for (const line of cause.advice.slice(0, 3))
    yield `    do:         ${clip(printable(line), 300)}`;
}
function heldLines(attempt) {
  if (attempt?.blackBox === void 0) return [];
  return mainHolders(attempt.blackBox, 3).map(({ bytes: bytes3, share, test, ...top }) => {
    const { function: name2, file, line } = top.caller ?? top;
    const by = test === null ? "" : ` by ${test}`;
    return printable(
      `${formatBytes(bytes3)} (${(share * 100).toFixed(0)} %) ${clip(name2, 100)} ${file}:${String(line)}${by}`
    );
  });
}

// src/render/crash-page.ts
var pages2 = "https://github.com/org/go-crash-guard/blob/v1/docs/crashes";
function crashPage(id) {
  return `${pages2}/${id}.md`;
}
function isUsual(cause) {
  return cause === "timeout" || cause === "deadlock";
}

// src/render/crash.ts
var maxCrashes = 5;
var maxRelated = 3;
function crashesIn({ crashes }, run) {
  return crashes.filter(
    ({ occurrences }) => occurrences.some((seen) => seen.package === run.package && seen.leg === run.leg)
  );
}
function* crashLines(report, run, paint) {
  const crashes = crashesIn(report, run);
  for (const { blame, cause, test, related: related2, known } of crashes.slice(0, maxCrashes)) {
    const by = test === null ? "" : ` in ${clip(printable(test), 120)}`;
    if (blame !== null) yield `    at:         ${place(blame)} ${paint.dim(name(blame))}${by}`;
    for (const frame of blame === null ? [] : related2.slice(0, maxRelated))
      yield paint.dim(`                ${printable(frame.role)}: ${place(frame)} ${name(frame)}`);
    if (known !== null)
      yield `    ${isUsual(cause) ? "usually:   " : "known:     "} ${crashPage(known)}`;
  }
  if (crashes.length > maxCrashes)
    yield `    at:         ${plural(crashes.length - maxCrashes, "more crash", "more crashes")}, see the report`;
}
function* crashMarkdown(report, run) {
  const crashes = crashesIn(report, run);
  for (const { blame, cause, test, related: related2, known } of crashes.slice(0, maxCrashes)) {
    const by = test === null ? "" : ` in ${inlineCode(test)}`;
    const lines = [
      ...blame === null ? [] : [`At ${inlineCode(place(blame))} ${inlineCode(blame.function)}${by}`],
      ...(blame === null ? [] : related2.slice(0, maxRelated)).map(
        (frame) => `- ${inlineCode(frame.role)}: ${inlineCode(place(frame))} ${inlineCode(frame.function)}`
      ),
      ...known === null ? [] : [
        "",
        `${isUsual(cause) ? "What is usually behind it" : "A known crash"}: [${known}](${crashPage(known)})`
      ]
    ];
    if (lines.length > 0) yield lines.join("\n").trimStart();
  }
}
function place({ file, line }) {
  return clip(printable(`${file}:${String(line)}`), 300);
}
function name(frame) {
  return clip(printable(frame.function), 200);
}

// src/render/guard.ts
var holders = {
  cgroup: "a control group",
  sudo: "a control group made with sudo",
  watcher: "a watcher in user space",
  none: "nothing: no guard was to be had"
};
function guardLine({ name: name2, guard: guard2 }) {
  if (guard2 === void 0 || guard2.ceilingBytes === null) return null;
  return `${name2}: memory ceiling ${formatBytes(guard2.ceilingBytes)}, held by ${holders[guard2.tier]}`;
}

// src/render/rebuilt.ts
function rebuilt(report) {
  return report.packages.flatMap(({ package: name2, leg, attempts }) => {
    const [first] = attempts;
    if (first?.number !== 0) return [];
    return [{ name: name2, leg, why: first.cause?.summary ?? "its build was stopped" }];
  });
}

// src/render/headline.ts
var titles = { pass: "passed", fail: "failed", incomplete: "incomplete" };
function headline(report) {
  const tests2 = report.packages.map((run) => run.tests);
  const sum = (pick2) => tests2.reduce((total, item) => total + pick2(item), 0);
  const missing = sum((item) => item.unfinished.length + item.neverRan.length);
  const cached2 = report.packages.filter((run) => run.cached).length;
  const parts = [
    `${plural(
      sum((item) => item.passed),
      "test"
    )} passed`,
    `${String(sum((item) => item.failed))} failed`,
    `${String(sum((item) => item.skipped))} skipped`,
    ...missing > 0 ? [`${String(missing)} not seen to end`] : []
  ];
  const scope = `${plural(new Set(report.packages.map((run) => run.package)).size, "package")}, ${plural(report.legs.length, "leg")}`;
  const tail = cached2 > 0 ? `, ${String(cached2)} cached` : "";
  return `${titles[report.verdict.status]}: ${parts.join(", ")} (${scope}${tail}, ${formatDuration(report.elapsedMs)})`;
}
function troubled(report) {
  const rank2 = (run) => {
    if (run.ending === "cancelled" || run.ending === "not-started") return 2;
    return run.ending === "failed" || run.ending === "build-failed" ? 1 : 0;
  };
  return report.packages.filter((run) => isTroubled(run)).sort((a, b) => rank2(a) - rank2(b));
}
function isTroubled(run) {
  if (run.tests.unfinished.length + run.tests.neverRan.length > 0) return true;
  return run.ending !== "passed" && run.ending !== "no-tests";
}

// src/render/summary.ts
var maxDetails = 20;
var maxRows = 200;
function renderSummary(report) {
  const sections = [
    `## go-crash-guard: ${headline(report)}`,
    table(report),
    report.legs.flatMap((leg) => guardLine(leg) ?? []).join("  \n"),
    rebuilt(report).slice(0, 20).map(
      ({ name: name2, leg, why }) => `- ${inlineCode(name2)} (${leg}) was built again with \`-p 1\`: ${inlineCode(why, 500)}`
    ).join("\n"),
    ...details(report),
    ...gaps(report)
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}
`;
}
function table(report) {
  const rows5 = [...report.packages].slice(0, maxRows).map((run) => {
    const { passed, failed, skipped: skipped2, unfinished, neverRan } = run.tests;
    const cells = [
      cellCode(run.package),
      run.leg,
      run.cached ? `${run.ending} (cached)` : run.ending,
      String(passed),
      String(failed),
      String(skipped2),
      String(unfinished.length),
      String(neverRan.length),
      run.elapsedMs === null ? "" : formatDuration(run.elapsedMs),
      run.peakRssBytes === null ? "" : formatBytes(run.peakRssBytes)
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const more = report.packages.length - rows5.length;
  return [
    "| package | leg | ending | passed | failed | skipped | unfinished | never ran | time | peak memory |",
    "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows5,
    ...more > 0 ? [`| ${plural(more, "more row")} in report.json | | | | | | | | | |`] : []
  ].join("\n");
}
function* details(report) {
  const runs = troubled(report);
  for (const run of runs.slice(0, maxDetails)) yield describe3(report, run);
  if (runs.length > maxDetails)
    yield `${plural(runs.length - maxDetails, "more package")} in report.json.`;
  const general = report.verdict.reasons.filter((reason) => reason.package === void 0);
  if (general.length > 0)
    yield general.map((reason) => `- ${reason.leg ?? "run"}: ${reason.message}`).join("\n");
}
function describe3(report, run) {
  const { failures: failures2, unfinished, neverRan } = run.tests;
  const lines = [`### ${inlineCode(run.package)} (${run.leg}): ${describeEnding(run)}`];
  lines.push(...causeMarkdown(run), ...crashMarkdown(report, run));
  if (unfinished.length > 0)
    lines.push(`Unfinished: ${inlineCode(listNames(unfinished, 20), 2e3)}`);
  if (neverRan.length > 0) lines.push(`Never ran: ${inlineCode(listNames(neverRan, 20), 2e3)}`);
  for (const failure2 of failures2.slice(0, 10)) {
    const where = failure2.file === null ? "" : ` at ${inlineCode(`${failure2.file}:${String(failure2.line ?? 0)}`)}`;
    lines.push(`${inlineCode(failure2.test)} failed${where}`);
    if (failure2.message !== "") lines.push(codeBlock(failure2.message, 2e3));
  }
  if (failures2.length > 10)
    lines.push(`${plural(failures2.length - 10, "more failure")} in report.json.`);
  if (run.output.trim() !== "" && (run.ending !== "failed" || failures2.length === 0))
    lines.push(codeBlock(run.output, 6e3));
  lines.push(...coreMarkdown(run));
  return lines.join("\n\n");
}
function* coreMarkdown({ attempts }) {
  const { coreExcerpt, coreText } = attempts.at(-1) ?? {};
  if (coreExcerpt === void 0) return;
  const title2 = "<details><summary>Read in its core</summary>";
  yield [
    title2,
    codeBlock(coreExcerpt, 8192),
    `All of it: ${inlineCode(coreText ?? "")}`,
    "</details>"
  ].join("\n\n");
}
function* gaps(report) {
  if (report.gaps.length === 0) return;
  const lines = report.gaps.slice(0, 20).map(({ what, leg, package: name2 }) => {
    const at2 = [name2 === void 0 ? "" : inlineCode(name2), leg ?? ""].filter(Boolean).join(" ");
    return `- ${at2 === "" ? "" : `${at2}: `}${sentence(what, 800)}`;
  });
  yield ["### What could not be observed", "", ...lines].join("\n");
}

// src/run/layout.ts
import { join as join2 } from "node:path";
var layout = {
  marker: (out) => join2(out, "run.json"),
  plan: (out) => join2(out, "plan.json"),
  cancel: (out) => join2(out, "cancel.json"),
  corePattern: (out) => join2(out, "core-pattern.json"),
  cores: (out) => join2(out, "cores.json"),
  report: (out) => join2(out, "report.json"),
  summary: (out) => join2(out, "summary.md"),
  leg: (out, leg) => join2(out, "legs", leg),
  /** A further go test of a leg, for some of its packages. */
  round: (out, leg, number3) => join2(out, "legs", leg, "rounds", String(number3)),
  package: (out, leg, name2) => join2(out, "runs", leg, ...encodePackage(name2)),
  strayPackages: (out, leg) => join2(out, "runs", leg, "_unplanned")
};
var goTestFiles = {
  events: (folder) => join2(folder, "events.jsonl"),
  goStderr: (folder) => join2(folder, "stderr.txt"),
  goStart: (folder) => join2(folder, "go-start.json"),
  goEnd: (folder) => join2(folder, "go-end.json"),
  guard: (folder) => join2(folder, "guard.json"),
  watcherKills: (folder) => join2(folder, "watcher-kills.jsonl"),
  shim: (folder) => join2(folder, "shim.json"),
  overlay: (folder) => join2(folder, "overlay.json"),
  round: (folder) => join2(folder, "round.json")
};
var ownEntries = [
  "plan.json",
  "cancel.json",
  "cores.json",
  "core-pattern.json",
  "report.json",
  "summary.md",
  "legs",
  "runs",
  "run.json",
  ".gitignore"
];
function encodePackage(name2) {
  return name2.split("/").map((segment) => {
    const safe = segment.replace(/[^A-Za-z0-9._~+@-]/gu, percentEncode);
    return /^\.+$/.test(safe) || safe === "" || /^attempt-\d+$/.test(safe) ? `%${safe}` : safe;
  });
}
function percentEncode(char) {
  const code = char.charCodeAt(0).toString(16).toUpperCase();
  if (/[\ud800-\udfff]/u.test(char)) return `%u${code}`;
  return /[!'()*]/.test(char) ? `%${code}` : encodeURIComponent(char);
}

// src/run/run-folder.ts
import { randomBytes } from "node:crypto";
import { mkdir, readFile as readFile2, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join as join3 } from "node:path";
var markerSchema = object({
  schema: literal(1),
  tool: literal("go-crash-guard"),
  run: string2(),
  pid: int(),
  /** Tells two processes with one number apart (field 22 of /proc/PID/stat); null where there is no /proc. */
  processStart: nullable(string2()),
  startedAt: string2(),
  finished: boolean2()
});
var ignoreAll = "*\n";
async function openRunFolder(out, startedAt) {
  try {
    await mkdir(out, { recursive: true });
    await refuseForeign(out);
    for (const entry2 of ownEntries) await rm(join3(out, entry2), { recursive: true, force: true });
    await writeFile(join3(out, ".gitignore"), ignoreAll);
    if (basename(dirname(out)) === ".crash-guard")
      await writeFile(join3(dirname(out), ".gitignore"), ignoreAll);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([
      {
        where: "--out",
        what: `cannot write to ${out}: ${error.message}`,
        fix: "choose a folder that this user may write to"
      }
    ]);
  }
  const marker = {
    schema: 1,
    tool: "go-crash-guard",
    run: randomBytes(8).toString("hex"),
    pid: process.pid,
    processStart: await processStart(process.pid),
    startedAt: startedAt.toISOString(),
    finished: false
  };
  await writeAtomically(layout.marker(out), `${JSON.stringify(marker)}
`);
  return marker;
}
async function readMarker(out) {
  try {
    const parsed = markerSchema.safeParse(JSON.parse(await readFile2(layout.marker(out), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
async function finishRunFolder(out, marker) {
  await writeAtomically(layout.marker(out), `${JSON.stringify({ ...marker, finished: true })}
`);
}
async function isActive(out) {
  const marker = await readMarker(out);
  return marker !== null && !marker.finished && await isRunning(marker);
}
async function refuseForeign(out) {
  const entries = await readdir(out);
  if (entries.length === 0) return;
  const marker = await readMarker(out);
  if (marker === null) {
    if (entries.every((entry2) => entry2 === ".gitignore") && await ignoresAll(out)) return;
    throw new InputError([
      {
        where: "--out",
        what: `${out} holds files that are not from go-crash-guard (${entries.slice(0, 3).join(", ")})`,
        fix: "name an empty folder or one that does not exist yet"
      }
    ]);
  }
  if (!marker.finished && await isRunning(marker)) {
    throw new InputError([
      {
        where: "--out",
        what: `another run (process ${String(marker.pid)}) is writing to ${out}`,
        fix: "wait for it to end, or give this run a folder of its own"
      }
    ]);
  }
}
async function ignoresAll(out) {
  return await readFile2(join3(out, ".gitignore"), "utf8") === ignoreAll;
}
async function isRunning(marker) {
  if (marker.pid === process.pid) return false;
  try {
    process.kill(marker.pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return marker.processStart === null || marker.processStart === await processStart(marker.pid);
}
async function processStart(pid) {
  try {
    const stat5 = await readFile2(`/proc/${String(pid)}/stat`, "utf8");
    return stat5.slice(stat5.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
async function writeAtomically(path2, content) {
  const temporary = `${path2}.${randomBytes(4).toString("hex")}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, path2);
}

// src/machine/core-diversion.ts
import { readFile as readFile3, writeFile as writeFile2 } from "node:fs/promises";
var patternPath = "/proc/sys/kernel/core_pattern";
var patienceMs = 5e3;
var maxPatternBytes = 127;
var kernelPatternFile = {
  read: () => readFile3(patternPath, "utf8"),
  write: (pattern2) => writeFile2(patternPath, pattern2)
};
function patternFor(folder) {
  const pattern2 = `${folder.replaceAll("%", "%%")}/core.%p`;
  return Buffer.byteLength(pattern2) <= maxPatternBytes ? pattern2 : null;
}
async function divertCores({ own: own2 }, ports) {
  const problem = await setPattern(own2, ports);
  if (problem !== null) return `${patternPath} could not be set: ${problem}`;
  return await currentPattern(ports) === own2 ? null : `${patternPath} did not take ${own2}`;
}
async function restoreCores({ original, own: own2 }, ports) {
  const current = await currentPattern(ports);
  if (current === original) return { kind: "restored" };
  if (current !== null && current !== own2) return { kind: "left", pattern: current };
  const problem = await setPattern(original, ports);
  if (problem === null) return { kind: "restored" };
  return {
    kind: "failed",
    problem: `${patternPath} could not be put back to ${JSON.stringify(original)} (${problem}); do it as root: echo '${original.replaceAll("'", `'\\''`)}' > ${patternPath}`
  };
}
async function currentPattern({ patternFile: patternFile2 }) {
  const text4 = await patternFile2.read().catch(() => null);
  return text4 === null ? null : text4.replace(/\n$/, "");
}
async function setPattern(pattern2, { run, env, patternFile: patternFile2 }) {
  const refused3 = await patternFile2.write(`${pattern2}
`).then(
    () => null,
    (error) => error.message
  );
  if (refused3 === null) return null;
  const result = await run("sudo", ["-n", "tee", patternPath], {
    cwd: "/",
    env,
    input: `${pattern2}
`,
    timeoutMs: patienceMs
  });
  if (result.kind === "exited" && result.code === 0) return null;
  return `${refused3}; sudo: ${describeFailure2(result)}`;
}

// src/machine/host-files.ts
import { Buffer as Buffer3 } from "node:buffer";
import { constants } from "node:fs";
import { access, open, readlink, realpath, statfs } from "node:fs/promises";
import { join as join4 } from "node:path";
var maxBytes = 1024 * 1024;
var readNow = constants.O_RDONLY | constants.O_NONBLOCK;
function hostFiles(root = "/") {
  const at2 = (path2) => root === "/" ? path2 : join4(root, path2);
  const allows = (path2, mode) => succeeds(access(at2(path2), mode));
  return {
    read: (path2) => readStart(at2(path2)).catch(() => null),
    // Links of a captured tree would lead out of it.
    resolve: (path2) => root === "/" ? realpath(path2).catch(() => null) : Promise.resolve(path2),
    link: (path2) => readlink(at2(path2)).catch(() => null),
    exists: (path2) => allows(path2, constants.F_OK),
    writable: (path2) => allows(path2, constants.W_OK),
    executable: (path2) => allows(path2, constants.X_OK),
    openable: (path2) => succeeds(open(at2(path2), readNow).then((file) => file.close())),
    space: (path2) => statfs(at2(path2)).then(
      ({ blocks: blocks2, bavail, bsize }) => ({ totalBytes: blocks2 * bsize, freeBytes: bavail * bsize }),
      () => null
    )
  };
}
function succeeds(action) {
  return action.then(
    () => true,
    () => false
  );
}
async function readStart(path2) {
  const file = await open(path2, readNow);
  try {
    const chunks = [];
    for (let size = 0; size < maxBytes; ) {
      const { buffer, bytesRead } = await file.read(Buffer3.allocUnsafe(16384), 0, 16384);
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    return Buffer3.concat(chunks).toString("utf8");
  } finally {
    await file.close();
  }
}

// src/machine/pack-file.ts
import { spawn as spawn2 } from "node:child_process";
import { constants as constants2, createWriteStream } from "node:fs";
import { open as open2, rename as rename2, rm as rm2, stat as stat2 } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
function choosePacker(zstd) {
  if (zstdStream() !== null) return { kind: "node" };
  return zstd === null ? { kind: "gzip" } : { kind: "program", path: zstd };
}
function zstdStream() {
  const create = zlib["createZstdCompress"];
  return typeof create === "function" ? create : null;
}
async function packFile(path2, packer, bounds) {
  const target = `${path2}${packer.kind === "gzip" ? ".gz" : ".zst"}`;
  const draft = `${target}.part`;
  const late = AbortSignal.timeout(bounds.maxMs);
  const bound = bounded(bounds.maxBytes);
  try {
    await rm2(draft, { recursive: true, force: true });
    const source = await open2(path2, constants2.O_RDONLY | constants2.O_NOFOLLOW);
    try {
      const output = createWriteStream(draft, { flags: "wx", mode: 384 });
      await pack(source, packer, bound, output, late);
    } finally {
      await source.close();
    }
    await rename2(draft, target);
    return { kind: "packed", path: target, bytes: (await stat2(target)).size };
  } catch (error) {
    await rm2(draft, { force: true });
    if (error instanceof TooLarge) return { kind: "too-large" };
    const seconds3 = String(Math.round(bounds.maxMs / 1e3));
    const problem = late.aborted ? `it took longer than ${seconds3} s` : error.message;
    return { kind: "failed", problem };
  }
}
var TooLarge = class extends Error {
};
function bounded(maxBytes3) {
  let bytes3 = 0;
  return new Transform({
    transform(chunk, _, done) {
      bytes3 += chunk.length;
      if (bytes3 > maxBytes3) done(new TooLarge());
      else done(null, chunk);
    }
  });
}
async function pack(source, packer, bound, output, signal5) {
  if (packer.kind !== "program") {
    const create = packer.kind === "node" ? zstdStream() : null;
    const packing = create === null ? zlib.createGzip({ level: 1 }) : create();
    const input = source.createReadStream({ autoClose: false, highWaterMark: 1 << 20 });
    await pipeline(input, packing, bound, output, { signal: signal5 });
    return;
  }
  const child = spawn2(packer.path, ["-q", "-c", "-T0"], { stdio: [source.fd, "pipe", "pipe"] });
  const ended2 = endOf(child);
  const packed = child.stdout ?? Readable.from([]);
  try {
    await pipeline(packed, bound, output, { signal: signal5 });
  } catch (error) {
    child.kill("SIGKILL");
    await ended2;
    throw error;
  }
  const result = await ended2;
  if (result !== null) throw new Error(`${packer.path}: ${result}`);
}
function endOf(child) {
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text4) => {
    if (stderr.length < 4096) stderr += text4;
  });
  return new Promise((resolve5) => {
    child.once("error", (error) => {
      resolve5(error.message);
    });
    child.once("close", (code, signal5) => {
      resolve5(code === 0 ? null : `ended with ${signal5 ?? String(code)}: ${stderr.trim()}`);
    });
  });
}

// src/machine/program.ts
import { delimiter, join as join5 } from "node:path";
async function findProgram(name2, searchPath, files) {
  if (name2 === "") return null;
  const candidates = name2.includes("/") ? [name2] : searchPath.split(delimiter).filter((folder) => folder !== "").map((folder) => join5(folder, name2));
  const found = await Promise.all(candidates.map((path2) => files.executable(path2)));
  return candidates[found.indexOf(true)] ?? null;
}
var helperNames = [
  "sudo",
  "systemd-run",
  "coredumpctl",
  "journalctl",
  "dmesg",
  "strace",
  "dlv",
  "gdb",
  "zstd"
];
async function findHelpers(searchPath, files) {
  const found = await Promise.all(
    helperNames.map(async (name2) => [name2, await findProgram(name2, searchPath, files)])
  );
  return Object.fromEntries(found);
}

// src/evidence/record-parser.ts
function recordParser(schema) {
  return (json) => {
    if (json === null) return null;
    try {
      const parsed = schema.safeParse(JSON.parse(json));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  };
}

// src/run/bounded-file.ts
import { constants as constants3 } from "node:fs";
import { open as open3 } from "node:fs/promises";
async function readBounded(path2, maxBytes3) {
  const bytes3 = await readBoundedBytes(path2, maxBytes3);
  return bytes3 === null ? null : bytes3.toString("utf8");
}
async function readBoundedBytes(path2, maxBytes3) {
  try {
    const file = await open3(path2, constants3.O_RDONLY | constants3.O_NOFOLLOW | constants3.O_NONBLOCK);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return null;
      const buffer = Buffer.alloc(Math.min(stats.size, maxBytes3));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

// src/run/core-ledger.ts
var problems = array(string2().check(_maxLength(1e4))).check(_maxLength(1e3));
var ledgerSchema = object({
  schema: literal(1),
  /** Why there could be none, although they were wanted. */
  unavailable: nullable(string2()),
  /** About core_pattern, since it was put back or should have been. */
  pattern: problems,
  /** Who could not be read, fetched or packed, and what was dropped. */
  problems,
  /** Paths are relative to the run folder. */
  kept: array(object({ path: string2(), bytes: number2(), packedBytes: number2() }))
});
var parseLedger = recordParser(ledgerSchema);
var emptyLedger = {
  schema: 1,
  unavailable: null,
  pattern: [],
  problems: [],
  kept: []
};
async function readCoreLedger(out) {
  return parseLedger(await readBounded(layout.cores(out), 1 << 22)) ?? emptyLedger;
}
async function writeCoreLedger(out, ledger) {
  await writeAtomically(layout.cores(out), `${JSON.stringify(ledger)}
`);
}
function coreGaps({ unavailable, pattern: pattern2, problems: problems2 }, legs, packages) {
  const dumping = new Set(legs.filter(({ race }) => !race).map(({ name: name2 }) => name2));
  const missed = packages.some(({ leg, ending }) => dumping.has(leg) && ending === "crashed");
  const all = [
    ...unavailable !== null && missed ? [`no core was kept: ${unavailable}`] : [],
    ...pattern2,
    ...problems2
  ];
  return all.map((what) => ({ what }));
}

// src/run/diverted-cores.ts
import { mkdtemp, readdir as readdir2, rm as rm3, rmdir, writeFile as writeFile3 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join6 } from "node:path";
var diversionSchema = object({
  schema: literal(1),
  original: string2().check(_maxLength(200)),
  // Of our own making, and nothing else: whoever puts it back may do so as root.
  own: string2().check(_regex(/^\/[^\0\n|]{1,100}\/crash-guard-cores-[A-Za-z0-9]{6}\/core\.%p$/)),
  folder: string2().check(_regex(/^\/[^\0\n]{1,4000}\/crash-guard-cores-[A-Za-z0-9]{6}$/))
});
var parseDiversion = recordParser(diversionSchema);
async function divertForRun(out, original, ports) {
  const folder = await mkdtemp(join6(tmpdir(), "crash-guard-cores-"));
  const own2 = patternFor(folder);
  if (own2 === null) {
    await rmdir(folder);
    return { problem: `the temporary folder ${folder} has too long a path for core_pattern` };
  }
  const diversion = { schema: 1, original, own: own2, folder };
  await writeFile3(layout.corePattern(out), JSON.stringify(diversion));
  const problem = await divertCores(diversion, ports);
  if (problem === null) return diversion;
  await rm3(layout.corePattern(out), { force: true });
  await rmdir(folder);
  return { problem };
}
async function readDiversion(out) {
  return parseDiversion(await readBounded(layout.corePattern(out), 1 << 16));
}
async function restoreAfterRun(out, diversion, ports) {
  const restored = await restoreCores(diversion, ports);
  if (restored.kind === "failed") return [restored.problem];
  await rm3(layout.corePattern(out), { force: true });
  const left = await leftBehind(diversion.folder);
  return restored.kind === "restored" ? left : [
    `kernel.core_pattern was changed to ${JSON.stringify(restored.pattern)} by somebody else while the tests ran, and is left so: cores from then on may be missing`,
    ...left
  ];
}
async function leftBehind(folder) {
  try {
    await rmdir(folder);
    return [];
  } catch {
    const names4 = await readdir2(folder).catch(() => []);
    return names4.length === 0 ? [] : [
      `cores of other processes were written to ${folder}, and stay there: ${listNames(names4, 5)}`
    ];
  }
}

// src/run/pack-cores.ts
import { lstat, readdir as readdir4, rm as rm4 } from "node:fs/promises";
import { join as join8, relative } from "node:path";

// src/run/attempt-folders.ts
import { readdir as readdir3 } from "node:fs/promises";
import { join as join7 } from "node:path";
var maxDepth = 64;
async function attemptFolders(out) {
  const found = [];
  await walk(join7(out, "runs"), 0, found);
  return found.sort();
}
async function walk(folder, depth2, found) {
  if (depth2 > maxDepth) return;
  const entries = await readdir3(folder, { withFileTypes: true }).catch(() => []);
  for (const entry2 of entries) {
    if (!entry2.isDirectory()) continue;
    const path2 = join7(folder, entry2.name);
    if (/^attempt-[1-9]\d{0,5}$/.test(entry2.name)) found.push(path2);
    else await walk(path2, depth2 + 1, found);
  }
}

// src/run/pack-cores.ts
var coreBounds = { maxPackedBytes: 512 * 1024 ** 2, maxPackingMs: 18e4 };
async function packCores(out, packer, bounds = coreBounds) {
  const result = { kept: [], problems: [] };
  const { maxPackedBytes } = bounds;
  const limit2 = formatBytes(maxPackedBytes);
  const name2 = (path2) => relative(out, path2);
  const until = Date.now() + bounds.maxPackingMs;
  for (const core of await findCores(out)) {
    const unpacked = { path: name2(core.path), bytes: core.bytes, packedBytes: core.diskBytes };
    const maxMs = until - Date.now();
    if (packer === null || maxMs <= 0) {
      if (packer !== null)
        result.problems.push(`${name2(core.path)} was not packed: no time is left`);
      result.kept.push(unpacked);
      continue;
    }
    const packed = await packFile(core.path, packer, { maxBytes: maxPackedBytes, maxMs });
    switch (packed.kind) {
      case "packed":
        await rm4(core.path, { force: true });
        result.kept.push({ ...unpacked, path: name2(packed.path), packedBytes: packed.bytes });
        break;
      case "too-large":
        await rm4(core.path, { force: true });
        result.problems.push(`${name2(core.path)} was dropped: even packed it takes over ${limit2}`);
        break;
      case "failed":
        result.problems.push(`${name2(core.path)} was not packed: ${packed.problem}`);
        result.kept.push(unpacked);
    }
  }
  let total = result.kept.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  while (total > maxPackedBytes) {
    const oldest = result.kept.shift();
    if (oldest === void 0) break;
    await rm4(join8(out, oldest.path), { force: true });
    total -= oldest.packedBytes;
    result.problems.push(
      `${oldest.path} was dropped: cores may take ${limit2} in all, and the oldest go first`
    );
  }
  return result;
}
async function findCores(out) {
  const found = [];
  for (const folder of await attemptFolders(out)) {
    for (const name2 of await readdir4(folder).catch(() => [])) {
      if (!/^core(?:-\d{1,10})?$/.test(name2)) continue;
      const path2 = join8(folder, name2);
      const stats = await lstat(path2).catch(() => null);
      if (stats?.isFile() !== true) continue;
      found.push({ path: path2, bytes: stats.size, diskBytes: stats.blocks * 512, at: stats.mtimeMs });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

// src/run/prune-binaries.ts
import { readdir as readdir5, rm as rm6, stat as stat3 } from "node:fs/promises";
import { join as join11 } from "node:path";

// src/run/debug-binary.ts
import { mkdtemp as mkdtemp2, rename as rename3, rm as rm5, writeFile as writeFile4 } from "node:fs/promises";
import { join as join10 } from "node:path";

// src/run/go-test-command.ts
function goTestCommand(plan, overlayPath, selection = { patterns: plan.patterns, extraFlags: [] }) {
  const { leg } = plan;
  const { exec: wrapper, toolexec } = leg.goTestFlags;
  const wrap = wrapper.length === 0 ? [] : ["-wrap", String(wrapper.length), ...wrapper];
  const overlayvet = vetKnowsOverlays(plan.go) ? [] : [plan.probe.overlayvet, overlayPath];
  const tools2 = [...overlayvet, ...toolexec];
  return [
    "go",
    "test",
    "-json",
    commandFlag("exec", [plan.probe.shim, ...wrap]),
    ...tools2.length === 0 ? [] : [commandFlag("toolexec", tools2)],
    `-overlay=${overlayPath}`,
    `-race=${String(leg.race)}`,
    // Packages come before the user's flags: the go command takes no package after a flag that it does not know.
    ...selection.patterns,
    ...withLast(leg.goTestFlags.words, selection.extraFlags)
  ];
}
function withLast(words4, extra) {
  const at2 = words4.findIndex((word2) => /^--?args$/.test(word2));
  return at2 < 0 ? [...words4, ...extra] : [...words4.slice(0, at2), ...extra, ...words4.slice(at2)];
}
function vetKnowsOverlays(go) {
  return go.minor >= 24;
}
function commandFlag(name2, words4) {
  const text4 = joinQuotedWords(words4);
  if (text4 === null)
    throw new Error(
      `a word of the -${name2} command holds both kinds of quotes: ${words4.join(" ")}`
    );
  return `-${name2}=${text4}`;
}

// src/run/own-outputs.ts
import { join as join9 } from "node:path";
var outputs = [
  ["coverprofile", "coverage.out"],
  ["cpuprofile", "cpu.out"],
  ["memprofile", "mem.out"],
  ["blockprofile", "block.out"],
  ["mutexprofile", "mutex.out"],
  ["trace", "trace.out"],
  ["outputdir", "."],
  ["o", "pkg.test"]
];
function ownOutputs({ leg, go }, folder) {
  return turnedAside([...leg.goTestFlags.words, ...go.goflags.split(/\s+/)], folder);
}
function turnedAside(words4, folder) {
  return outputs.filter(
    ([name2]) => words4.some((word2) => new RegExp(`^--?(?:test\\.)?${name2}(?:=|$)`).test(word2))
  ).map(([name2, file]) => `-${name2}=${join9(folder, file)}`);
}

// src/run/debug-binary.ts
var debugBinaryName = "pkg-debug.test";
var patienceMs2 = 6e4;
var linkScript = `#!/bin/sh
linking=
count=$#
while [ "$count" -gt 0 ]; do
  word=$1
  shift
  count=$((count - 1))
  case $linking$word in
  linking-s | linking-w) continue ;;
  */link) linking=linking ;;
  esac
  set -- "$@" "$word"
done
exec "$@"
`;
var keepScript = `#!/bin/sh
exec cp -- "$1" "$(dirname -- "$0")/kept"
`;
async function linkWithDebugInfo(plan, packageName, target, run) {
  const scratch = await mkdtemp2(join10(target.folder, ".link-"));
  try {
    const [link, keep] = [join10(scratch, "link.sh"), join10(scratch, "keep.sh")];
    await writeFile4(link, linkScript, { mode: 493 });
    await writeFile4(keep, keepScript, { mode: 493 });
    const tools2 = joinQuotedWords([link, ...plan.leg.goTestFlags.toolexec]);
    const exec = joinQuotedWords([keep]);
    if (tools2 === null || exec === null) return "a path or -toolexec holds both kinds of quotes";
    const extraFlags = [
      ...[`-exec=${exec}`, `-toolexec=${tools2}`, "-vet=off", "-count=1"],
      ...ownOutputs(plan, scratch)
    ];
    const overlay = goTestFiles.overlay(layout.leg(target.out, plan.leg.name));
    const command = goTestCommand(plan, overlay, { patterns: [packageName], extraFlags });
    const [program = "go", ...args] = command;
    const options = { cwd: target.directory, env: plan.env, timeoutMs: patienceMs2 };
    const result = await run(program, args, options);
    return await rename3(join10(scratch, "kept"), join10(target.folder, debugBinaryName)).then(
      () => null,
      () => `go test ${describeFailure2(result)}`
    );
  } finally {
    await rm5(scratch, { recursive: true, force: true });
  }
}

// src/run/prune-binaries.ts
var maxBinaries = 5;
var binaryName = "pkg.test";
async function pruneBinaries(out, max = maxBinaries) {
  const plain4 = [];
  let ofCores = 0;
  for (const folder of await attemptFolders(out)) {
    const names4 = await readdir5(folder).catch(() => []);
    if (!names4.includes(binaryName)) continue;
    if (names4.some((name2) => /^core(?:\.zst|\.gz)?$/.test(name2))) {
      ofCores++;
      continue;
    }
    await rm6(join11(folder, debugBinaryName), { force: true });
    const end = await stat3(join11(folder, "end.json")).catch(() => null);
    plain4.push({ folder, at: end?.mtimeMs ?? Infinity });
  }
  plain4.sort((a, b) => a.at - b.at);
  for (const { folder } of plain4.slice(Math.max(0, max - ofCores)))
    await rm6(join11(folder, binaryName), { force: true });
}

// src/run/read-cores.ts
import { lstat as lstat2, mkdtemp as mkdtemp4, rm as rm8, writeFile as writeFile5 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { basename as basename2, join as join15, relative as relative2 } from "node:path";

// src/evidence/counters.ts
var count = nullable(number2().check(_nonnegative()));
var path = string2().check(_maxLength(4096));
var memoryLevelSchema = object({
  path,
  /** null: no limit here. */
  limitBytes: count,
  usageBytes: count,
  peakBytes: count,
  /** memory.events `oom`: an allocation was about to fail at a limit of this group (cgroup v2). */
  oom: count,
  /** Processes that the OOM killer ended: in this group and below it (v2), in this group alone (v1). */
  oomKill: count,
  oomKillLocal: count,
  /** How often the limit was reached: memory.events `max` (v2), memory.failcnt (v1). */
  limitHits: count
});
var pidsLevelSchema = object({ path, limit: count, current: count, refused: count });
var memoryLevels = array(memoryLevelSchema).check(_maxLength(64));
var pidsLevels = array(pidsLevelSchema).check(_maxLength(64));
var memoryChangeSchema = object({ before: memoryLevels, after: memoryLevels });
var pidsChangeSchema = object({ before: pidsLevels, after: pidsLevels });
var vmstatChangeSchema = object({ before: count, after: count });
var kernelLogSchema = object({
  /** Where the lines were read; '' when nothing could be read. */
  source: string2().check(_maxLength(100)),
  lines: array(string2().check(_maxLength(1e3))).check(_maxLength(100)),
  problem: string2().check(_maxLength(2e3))
});
function growth(before, after) {
  return before === null || after === null ? null : Math.max(0, after - before);
}
function memoryGrowth(change) {
  return (change?.before ?? []).flatMap((before) => {
    const after = change?.after.find((level) => level.path === before.path);
    if (after === void 0) return [];
    return [
      {
        path: after.path,
        limitBytes: after.limitBytes,
        peakBytes: after.peakBytes,
        oom: growth(before.oom, after.oom),
        oomKill: growth(before.oomKill, after.oomKill),
        limitHits: growth(before.limitHits, after.limitHits)
      }
    ];
  });
}

// src/evidence/guard-records.ts
var text = string2().check(_maxLength(4096));
var bytes = number2().check(_nonnegative());
var guardTiers = ["cgroup", "sudo", "watcher", "none"];
var guardRecordSchema = object({
  schema: literal(1),
  tier: _enum(guardTiers),
  cgroupVersion: nullable(union([literal(1), literal(2)])),
  ceilingBytes: nullable(bytes),
  memoryDir: text,
  scope: text,
  tried: array(object({ tier: text, problem: text })).check(_maxLength(20))
});
var guardEndSchema = extend2(memoryChangeSchema, {
  /** Somebody removed the group while the tests ran. */
  vanished: boolean2(),
  /** What could not be done: a group that would not go away, a watcher that stopped. */
  problems: optional(array(text).check(_maxLength(1e3))),
  vmstatOomKill: vmstatChangeSchema,
  kernelLog: nullish2(kernelLogSchema)
});
var watcherKillSchema = object({
  at: text,
  pid: int().check(_positive()),
  /** The parents of the process, nearest first, up to the keeper. */
  ancestors: array(int()).check(_maxLength(1e3)),
  rssBytes: bytes,
  treeBytes: bytes,
  ceilingBytes: nullable(bytes),
  memAvailableBytes: nullable(bytes),
  name: text
});
var parseGuardRecord = recordParser(guardRecordSchema);
var parseWatcherKill = recordParser(watcherKillSchema);
function parseWatcherKills(jsonl) {
  return (jsonl ?? "").split("\n").flatMap((line) => {
    const kill = line === "" ? null : parseWatcherKill(line);
    return kill === null ? [] : [kill];
  });
}

// src/evidence/records.ts
var text2 = string2().check(_maxLength(1e5));
var nullableInt = nullable(int());
var signal = nullable(string2().check(_regex(/^SIG[A-Z0-9]{1,12}$/)));
var limit = object({ soft: nullable(number2()), hard: nullable(number2()) });
var startRecordSchema = object({
  schema: literal(1),
  run: text2,
  record: string2().check(_regex(/^[0-9a-f]{32}$/)),
  package: text2,
  leg: text2,
  attempt: int().check(_positive()),
  pid: int().check(_positive()),
  startedAt: text2,
  limits: record(string2(), limit),
  /** The memory group that the process started in; `own` when it holds nothing else. */
  cgroup: nullish2(object({ version: number2(), path: text2, own: boolean2() })),
  oomScoreAdj: nullish2(int()),
  /** Not a run for results: one that looks closer (exit, strace, runtime). */
  diagnose: optional(text2),
  args: optional(array(text2).check(_maxLength(1e3)))
});
var deathSchema = object({
  memory: nullable(memoryChangeSchema),
  pids: nullable(pidsChangeSchema),
  vmstatOomKill: vmstatChangeSchema,
  memAvailableBytes: nullable(number2()),
  swapFreeBytes: nullable(number2()),
  /** Its control group was gone before it could be read. */
  vanished: boolean2(),
  /** Read only where a line could say something: after a signal, or when a counter grew. */
  kernelLog: nullable(kernelLogSchema),
  /** ENOEXEC: why it could not be started. */
  errno: nullable(string2().check(_regex(/^E[A-Z0-9]{1,20}$/))),
  /** File names in the attempt's folder. */
  coreFile: nullable(text2),
  binary: nullable(text2),
  /** As the process had them at its end: a program may lower its own. Null where they cannot be read. */
  limits: nullish2(record(string2(), limit))
});
var endRecordSchema = object({
  schema: literal(1),
  run: text2,
  record: text2,
  endedAt: text2,
  elapsedMs: number2().check(_nonnegative()),
  exitCode: nullableInt,
  signal,
  coreDumped: boolean2(),
  maxRssBytes: number2().check(_nonnegative()),
  startError: nullable(text2),
  parentGone: boolean2(),
  userCpuMs: optional(number2()),
  systemCpuMs: optional(number2()),
  forwardedSignals: optional(array(text2).check(_maxLength(1e4))),
  /** Absent on systems where nothing of it can be read. */
  evidence: nullish2(deathSchema)
});
var goEndRecordSchema = object({
  schema: literal(1),
  endedAt: text2,
  elapsedMs: number2().check(_nonnegative()),
  exitCode: nullableInt,
  signal,
  startError: nullable(text2),
  /** '' for a run that nobody stopped; `supervisor-gone` for one whose supervisor died. */
  cancelled: string2(),
  /** When the keeper learned of it, before it stopped anything. */
  cancelledAt: nullable(text2),
  swept: int(),
  guard: nullish2(guardEndSchema)
});
var parseStartRecord = recordParser(startRecordSchema);
var parseEndRecord = recordParser(endRecordSchema);
var parseGoEndRecord = recordParser(goEndRecordSchema);

// src/inspect/core.ts
import { dirname as dirname2, join as join13, resolve as resolve2 } from "node:path";

// src/crash/delve.ts
var header = /^(?<current>[* ]) Goroutine (?<id>\d{1,20}) - [A-Za-z]+: (?<rest>.*)$/;
var waiting = / \[(?<state>[^\]]{1,100}?)(?: \d+)?\]$/;
var call = /^\s*\d+\s+0x[0-9a-f]+ in (?<function>.+)$/;
var position = /^\s*at (?<file>.+):(?<line>-?\d{1,10})$/;
var local = /^\s{4,}(?<name>[\p{L}_~][\p{L}\p{Nd}_.~]*) = (?<value>.*)$/u;
var maxValueChars = 1e3;
var maxLocals = 100;
function plainLines(text4) {
  return text4.replace(/\u001b\[[0-9;]*m/g, "").split("\n").map((line) => line.replace(/\r$/, "").replace(/^(?:\(dlv\) )+/, ""));
}
function parseDelveGoroutines(text4) {
  const goroutines = [];
  let current = null;
  let frames = [];
  let name2 = null;
  for (const line of plainLines(text4)) {
    const head = header.exec(line)?.groups;
    if (head !== void 0) {
      const { id = "", rest = "" } = head;
      frames = [];
      name2 = null;
      if (head["current"] === "*") current = Number(id);
      goroutines.push({
        id: Number(id),
        state: waiting.exec(rest)?.groups?.["state"] ?? (/ \(thread \d+\)$/.test(rest) ? "running" : "runnable"),
        waitMinutes: 0,
        lockedToThread: false,
        leaked: false,
        bubble: null,
        labels: {},
        frames,
        elided: null,
        createdBy: null,
        ancestors: []
      });
      continue;
    }
    const at2 = name2 === null ? void 0 : position.exec(line)?.groups;
    if (name2 !== null && at2 !== void 0)
      frames.push({
        function: name2,
        file: at2["file"] ?? "",
        line: Math.max(0, Number(at2["line"]))
      });
    name2 = call.exec(line)?.groups?.["function"] ?? null;
  }
  return { goroutines, current };
}
function parseDelveStack(text4) {
  const frames = [];
  let name2 = null;
  for (const line of plainLines(text4)) {
    const at2 = name2 === null ? void 0 : position.exec(line)?.groups;
    if (name2 !== null && at2 !== void 0) {
      frames.push({
        function: name2,
        file: at2["file"] ?? "",
        line: Math.max(0, Number(at2["line"])),
        locals: []
      });
      name2 = null;
      continue;
    }
    const next = call.exec(line)?.groups?.["function"];
    if (next !== void 0) {
      name2 = next;
      continue;
    }
    const variable = local.exec(line)?.groups;
    const locals = frames.at(-1)?.locals;
    if (variable === void 0 || locals === void 0 || locals.length >= maxLocals) continue;
    const value = (variable["value"] ?? "").slice(0, maxValueChars);
    if (!value.startsWith("(unreadable ")) locals.push({ name: variable["name"] ?? "", value });
  }
  return frames;
}
var crashing = /^runtime\.(?:gopanic|fatalpanic|throw|fatal|fatalthrow|sigpanic|crash|dieFromSignal|sighandler)$/;
function crashingGoroutine(goroutines, current) {
  const guilty = (goroutine) => goroutine.frames.some((frame) => crashing.test(frame.function));
  const first = goroutines.find((goroutine) => goroutine.id === current && guilty(goroutine));
  return (first ?? goroutines.find(guilty))?.id ?? current;
}

// src/crash/frame.ts
function packageOf(functionName) {
  const bracket = functionName.indexOf("[");
  const plain4 = bracket < 0 ? functionName : functionName.slice(0, bracket);
  const dot = plain4.indexOf(".", plain4.lastIndexOf("/") + 1);
  return unescapePath(dot < 0 ? plain4 : plain4.slice(0, dot));
}
function relativeTo(directory, frame) {
  const { file } = frame;
  const inside = directory !== "" && file.startsWith(`${directory}/`);
  return inside ? { ...frame, file: file.slice(directory.length + 1) } : frame;
}
function unescapePath(path2) {
  if (!path2.includes("%")) return path2;
  return path2.replace(
    /%([0-9a-f]{2})/g,
    (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))
  );
}

// src/crash/goroutines/stack-filter.ts
function matchesStack(filter, frames) {
  const { function: pattern2, package: name2 } = filter;
  return (pattern2 === void 0 || frames.some((frame) => pattern2.test(frame.function))) && (name2 === void 0 || frames.some((frame) => isInPackage(packageOf(frame.function), name2)));
}
function isInPackage(path2, pattern2) {
  const plain4 = path2.replace(/_test$/, "");
  if (!pattern2.endsWith("/...")) return path2 === pattern2 || plain4 === pattern2;
  const root = pattern2.slice(0, -"/...".length);
  return plain4 === root || path2.startsWith(`${root}/`);
}

// src/crash/standard-library.ts
var roots = new Set(
  [
    "archive arena bufio builtin bytes cmd cmp compress container context crypto database debug embed encoding errors",
    "expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp",
    "runtime simd slices sort strconv strings structs sync syscall testing text time unicode unique unsafe uuid vendor weak"
  ].flatMap((line) => line.split(" "))
);
function isStandardLibrary({ function: name2, file }) {
  if (!roots.has(firstElement(packageOf(name2))) || file.endsWith("_test.go")) return false;
  return !file.includes("/") || isGoFile(file);
}
function isGoFile(file) {
  return roots.has(firstElement(file.slice(file.lastIndexOf("/src/") + 1).replace(/^src\//, "")));
}
function firstElement(path2) {
  return path2.split("/", 1)[0] ?? "";
}
function isRuntime({ function: name2 }) {
  return name2 === "panic" || /^(?:runtime|internal\/runtime|runtime\/internal)(?:\/\w+)*$/.test(packageOf(name2));
}
function isGuard({ function: name2, file }) {
  return /\/\.crash-guard\/|\bcrashGuard[A-Z]/.test(name2) || /(^|\/)zz_crash_guard\w*_test\.go$/.test(file);
}
function isSurroundings(frame) {
  const { function: name2, file } = frame;
  if (isGuard(frame)) return true;
  if (name2 === "main.main") return /(^|\/)_testmain\.go$/.test(file);
  return !name2.includes(".") || name2.startsWith("_cgo") || name2.startsWith("non-Go function");
}
function userFrame(frames) {
  return frames.find((frame) => !isStandardLibrary(frame) && !isSurroundings(frame)) ?? null;
}

// src/crash/test-of-stack.ts
var runner = /^testing\.(?:tRunner|fRunner|\(\*B\)\.(?:runN|run1|launch)|runExample)(?:\.|$)/;
var declared = /^[^.]*\.(?<test>(?:Test|Fuzz|Benchmark|Example)(?![a-z])[\p{L}\p{Nd}_]*)(?:\.|\[|$)/u;
function testOfStack(frames) {
  const frame = baseOfTest(frames);
  return frame === null ? null : declaredTest(frame.function);
}
function baseOfTest(frames) {
  let end = frames.findLastIndex(({ function: name2 }) => runner.test(name2));
  while (end >= 0) {
    const frame = frames[end];
    if (frame !== void 0 && !isStandardLibrary(frame)) return frame;
    end--;
  }
  return null;
}
function declaredTest(functionName) {
  const local2 = functionName.slice(functionName.lastIndexOf("/") + 1);
  return declared.exec(local2)?.groups?.["test"] ?? null;
}

// src/crash/goroutines/waiting.ts
var rules = [
  { awaited: "chan receive", states: ["chan receive", "chan receive (nil chan)"] },
  { awaited: "chan send", states: ["chan send", "chan send (nil chan)"] },
  { awaited: "select", states: ["select", "select (no cases)"] },
  { awaited: "sync.Cond.Wait", states: ["sync.Cond.Wait"] },
  { awaited: "sync.WaitGroup.Wait", states: ["sync.WaitGroup.Wait"] },
  { awaited: "sync.RWMutex.RLock", states: ["sync.RWMutex.RLock"] },
  { awaited: "sync.RWMutex.Lock", states: ["sync.RWMutex.Lock"] },
  {
    awaited: "sync.RWMutex.RLock",
    states: ["semacquire"],
    through: /^sync\.\(\*RWMutex\)\.RLock$/
  },
  {
    awaited: "sync.RWMutex.Lock",
    states: ["semacquire", "sync.Mutex.Lock"],
    through: /^sync\.\(\*RWMutex\)\.Lock$/
  },
  { awaited: "sync.Mutex.Lock", states: ["sync.Mutex.Lock"] },
  {
    awaited: "sync.Mutex.Lock",
    states: ["semacquire"],
    through: /^sync\.\(\*Mutex\)\.(?:Lock|lockSlow)$/
  },
  {
    awaited: "sync.WaitGroup.Wait",
    states: ["semacquire"],
    through: /^sync\.\(\*WaitGroup\)\.Wait$/
  },
  { awaited: "semaphore", states: ["semacquire"] },
  { awaited: "IO wait", states: ["IO wait"] },
  { awaited: "sleep", states: ["sleep"] },
  { awaited: "syscall", states: ["syscall"] },
  { awaited: "synctest", states: ["synctest.Run", "synctest.Wait"] },
  { awaited: "iterator", states: ["coroutine"] }
];
function waitOf({
  state,
  frames,
  createdBy
}) {
  const rule3 = rules.find(
    ({ states, through }) => states.includes(state) && (through === void 0 || frames.some((frame) => through.test(frame.function)))
  );
  if (rule3 === void 0) return null;
  const own2 = userFrame(frames);
  const start = own2 === null && createdBy !== null ? userFrame([createdBy]) : null;
  const at2 = own2 ?? start ?? frames.find((frame) => !isRuntime(frame)) ?? null;
  return { awaited: rule3.awaited, at: at2, atStart: start !== null };
}

// src/crash/goroutines/goroutine-view.ts
var maxIds = 10;
function viewGoroutines(goroutines, filter = {}) {
  const wanted = filter.state?.toLowerCase();
  const matching = goroutines.filter(
    ({ state, frames, createdBy }) => (wanted === void 0 || state.toLowerCase().includes(wanted)) && matchesStack(filter, createdBy === null ? frames : [...frames, createdBy])
  );
  const groups = groupStacks(matching);
  return {
    total: goroutines.length,
    matching: matching.length,
    states: countStates(matching),
    waits: groupWaits(groups),
    groups
  };
}
function add(counted, { waitMinutes }) {
  counted.count++;
  counted.longestWaitMinutes = Math.max(counted.longestWaitMinutes, waitMinutes);
}
var largestFirst = (a, b) => b.count - a.count || b.longestWaitMinutes - a.longestWaitMinutes;
function countStates(goroutines) {
  const counts = /* @__PURE__ */ new Map();
  for (const goroutine of goroutines) {
    const { state } = goroutine;
    const count3 = counts.get(state) ?? { state, count: 0, longestWaitMinutes: 0 };
    counts.set(state, count3);
    add(count3, goroutine);
  }
  return [...counts.values()].sort(largestFirst);
}
function groupWaits(stacks) {
  const waits = /* @__PURE__ */ new Map();
  for (const stack of stacks) {
    for (const { state, count: count3, longestWaitMinutes } of stack.states) {
      const wait = waitOf({ ...stack, state });
      if (wait === null) continue;
      const { test } = stack;
      const key = `${wait.awaited}
${frameKey(wait.at)}
${test ?? ""}`;
      const sum = waits.get(key) ?? { ...wait, test, count: 0, longestWaitMinutes: 0 };
      waits.set(key, sum);
      sum.count += count3;
      sum.longestWaitMinutes = Math.max(sum.longestWaitMinutes, longestWaitMinutes);
    }
  }
  return [...waits.values()].sort(
    (a, b) => b.longestWaitMinutes - a.longestWaitMinutes || largestFirst(a, b)
  );
}
function groupStacks(goroutines) {
  const keys2 = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  for (const goroutine of goroutines) {
    const { frames, createdBy } = goroutine;
    const stack = keys2.get(frames) ?? frames.map(frameKey).join("\n");
    keys2.set(frames, stack);
    const key = `${stack}

${frameKey(createdBy)}`;
    const group = groups.get(key) ?? { first: goroutine, members: [] };
    groups.set(key, group);
    group.members.push(goroutine);
  }
  return [...groups.values()].map(describeGroup).sort(largestFirst);
}
function describeGroup({
  first,
  members: members2
}) {
  return {
    count: members2.length,
    states: countStates(members2),
    longestWaitMinutes: members2.reduce((most, { waitMinutes }) => Math.max(most, waitMinutes), 0),
    lockedToThread: members2.filter(({ lockedToThread }) => lockedToThread).length,
    leaked: members2.filter(({ leaked }) => leaked).length,
    ids: members2.slice(0, maxIds).map(({ id }) => id),
    test: testOfStack(first.frames),
    labels: sharedLabels(members2),
    frames: first.frames,
    elided: first.elided,
    createdBy: first.createdBy
  };
}
function sharedLabels(members2) {
  const [first] = members2;
  const shared2 = Object.entries(first?.labels ?? {}).filter(
    ([key, value]) => members2.every(({ labels }) => Object.hasOwn(labels, key) && labels[key] === value)
  );
  return Object.fromEntries(shared2);
}
function frameKey(frame) {
  return frame === null ? "" : `${frame.function}	${frame.file}	${String(frame.line)}`;
}

// src/crash/goroutines/goroutine-listing.ts
var maxFrames = 200;
function listGoroutines(goroutines, { filter, top, moduleDirectory }) {
  const named3 = (frame) => relativeTo(moduleDirectory, frame);
  const { states, waits, groups, ...counts } = viewGoroutines(goroutines, filter);
  const more = (list) => Math.max(0, list.length - top);
  return {
    ...counts,
    states: states.slice(0, top),
    waits: waits.slice(0, top).map((wait) => ({ ...wait, at: wait.at === null ? null : named3(wait.at) })),
    groups: groups.slice(0, top).map((group) => ({
      ...group,
      frames: group.frames.slice(0, maxFrames).map(named3),
      createdBy: group.createdBy === null ? null : named3(group.createdBy),
      elided: group.frames.length <= maxFrames ? group.elided : { after: maxFrames, count: group.frames.length - maxFrames }
    })),
    more: { states: more(states), waits: more(waits), groups: more(groups) }
  };
}

// src/crash/goroutines/detached.ts
import { Buffer as Buffer4 } from "node:buffer";
function detached(text4) {
  return Buffer4.from(text4, "utf8").toString("utf8");
}
function detachedValue(value) {
  if (typeof value === "string") return detached(value);
  if (Array.isArray(value)) return value.map(detachedValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, detachedValue(part)])
  );
}

// src/crash/goroutines/frame-store.ts
var maxStackFrames = 1e6;
var maxFramesBeyond = 32;
var newNode = (frame) => ({ frame, first: null, more: null, stack: null });
function createFrameStore(maxFrames7) {
  const files = /* @__PURE__ */ new Map();
  const root = newNode(null);
  let frames = 0;
  let stackFrames = 0;
  const addFrame = (functionName, file, line) => {
    if (frames >= maxFrames7) return null;
    frames++;
    return { function: detached(functionName), file: detached(file), line };
  };
  return {
    frame(functionName, file, line) {
      let lines = files.get(file);
      const known = lines?.get(line);
      if (known !== void 0) {
        if (known.frame.function === functionName) return known.frame;
        const other = known.more?.get(functionName);
        if (other !== void 0) return other;
      }
      const frame = addFrame(functionName, file, line);
      if (frame === null) return null;
      if (lines === void 0) {
        lines = /* @__PURE__ */ new Map();
        files.set(frame.file, lines);
      }
      if (known === void 0) lines.set(line, { frame, more: null });
      else (known.more ??= /* @__PURE__ */ new Map()).set(frame.function, frame);
      return frame;
    },
    stack(given) {
      let node = root;
      for (const frame of given) {
        let next = node.first?.frame === frame ? node.first : node.more?.get(frame);
        if (next === void 0) {
          if (stackFrames >= maxStackFrames) return given.slice(0, maxFramesBeyond);
          stackFrames++;
          next = newNode(frame);
          if (node.first === null) node.first = next;
          else (node.more ??= /* @__PURE__ */ new Map()).set(frame, next);
        }
        node = next;
      }
      node.stack ??= given.slice();
      return node.stack;
    }
  };
}

// src/crash/goroutines/goroutine-builder.ts
var none = [];
function createGoroutineBuilder(store, maxFrames7) {
  let goroutine = null;
  let ancestors = [];
  let ancestor2 = null;
  let frames = [];
  let lastCreation = null;
  const elide = (count3) => {
    if (goroutine === null || ancestor2 !== null) return;
    const { elided: elided2 } = goroutine;
    if (elided2 === null) goroutine.elided = { after: frames.length, count: count3 };
    else elided2.count = elided2.count === null || count3 === null ? null : elided2.count + count3;
  };
  const endStack = () => {
    const block = ancestor2 ?? goroutine;
    if (block === null) return;
    const kept = store.stack(frames);
    block.frames = kept;
    const { length } = frames;
    frames = [];
    if (kept.length < length && ancestor2 === null && goroutine !== null) {
      goroutine.elided ??= { after: kept.length, count: 0 };
      goroutine.elided.after = kept.length;
      if (goroutine.elided.count !== null) goroutine.elided.count += length - kept.length;
    }
  };
  const creation2 = (frame, by) => {
    const same2 = lastCreation?.goroutine === by && lastCreation.function === frame.function && lastCreation.file === frame.file && lastCreation.line === frame.line;
    if (!same2) lastCreation = { ...frame, goroutine: by };
    return lastCreation ?? { ...frame, goroutine: by };
  };
  return {
    start(header4) {
      ancestors = [];
      ancestor2 = null;
      frames = [];
      goroutine = {
        id: header4.id,
        state: header4.state,
        waitMinutes: header4.waitMinutes,
        lockedToThread: header4.lockedToThread,
        leaked: header4.leaked,
        bubble: header4.bubble,
        labels: header4.labels,
        frames: none,
        elided: null,
        createdBy: null,
        ancestors: none
      };
      return goroutine;
    },
    addFrame(functionName, file, line) {
      const kept = frames.length < maxFrames7 ? store.frame(functionName, file, line) : null;
      if (kept === null) elide(1);
      else frames.push(kept);
    },
    elide,
    startAncestor(id) {
      if (goroutine === null || ancestors.length >= maxFrames7) return false;
      endStack();
      ancestor2 = { goroutine: id, frames: none, createdBy: null };
      ancestors.push(ancestor2);
      goroutine.ancestors = ancestors;
      return true;
    },
    setCreation(functionName, file, line, by) {
      const block = ancestor2 ?? goroutine;
      if (block === null) return;
      const frame = store.frame(functionName, file, line) ?? {
        function: detached(functionName),
        file: detached(file),
        line
      };
      block.createdBy = creation2(frame, by);
    },
    stackHasEnded: () => (ancestor2 ?? goroutine)?.createdBy !== null,
    finish() {
      endStack();
      goroutine = null;
    }
  };
}

// src/crash/goroutines/goroutine-frames.ts
var bareAddress = /^\tpc=0x[0-9a-f]+$/;
var offsets = /^(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*$/;
var creation = /^created by (?<function>\S+)(?: in goroutine (?<goroutine>\d{1,20}))?$/;
var elided = /^\.\.\.(?:additional|(?<count>\d{1,15})) frames elided\.\.\.$/;
var ancestor = /^\[originating from goroutine (?<goroutine>\d{1,20})\]:$/;
var foreign = /^non-Go function at pc=0x[0-9a-f]+$/;
var maxPartChars = 4096;
var maxLineDigits = 10;
function parseStackLine(line) {
  switch (line.charCodeAt(0)) {
    case 9:
      return parsePosition(line);
    case 32:
      return null;
    case 99:
      return parseCreation(line) ?? parseCall(line);
    case 46:
      return parseElided(line) ?? parseCall(line);
    case 110:
      return foreign.test(line) ? { kind: "foreign" } : parseCall(line);
    case 91: {
      const origin2 = ancestor.exec(line)?.groups?.["goroutine"];
      return origin2 === void 0 ? parseCall(line) : { kind: "ancestor", goroutine: Number(origin2) };
    }
    default:
      return line === "" ? null : parseCall(line);
  }
}
function parseCreation(line) {
  if (!line.startsWith("created by ")) return null;
  const found = creation.exec(line)?.groups;
  if (found === void 0) return null;
  const { function: name2 = "", goroutine } = found;
  return {
    kind: "creation",
    function: name2.slice(0, maxPartChars),
    goroutine: goroutine === void 0 ? null : Number(goroutine)
  };
}
function parseElided(line) {
  const gap = elided.exec(line);
  if (gap === null) return null;
  const count3 = gap.groups?.["count"];
  return { kind: "elided", count: count3 === void 0 ? null : Number(count3) };
}
function parsePosition(line) {
  const colon2 = line.lastIndexOf(":");
  if (colon2 < 2) {
    if (line === "	goroutine running on other thread; stack unavailable")
      return { kind: "unavailable" };
    return bareAddress.test(line) ? { kind: "position", file: "", line: 0, inC: true } : null;
  }
  let end = colon2 + 1;
  let number3 = 0;
  for (; end < line.length; end++) {
    const digit = line.charCodeAt(end) - 48;
    if (digit < 0 || digit > 9) break;
    number3 = number3 * 10 + digit;
  }
  const digits = end - colon2 - 1;
  if (digits === 0 || digits > maxLineDigits) return null;
  let inC = false;
  if (end < line.length) {
    const rest = line.slice(end);
    if (!offsets.test(rest)) return null;
    inC = rest.startsWith(" pc=");
  }
  return {
    kind: "position",
    file: line.slice(1, Math.min(colon2, maxPartChars + 1)),
    line: number3,
    inC
  };
}
function parseCall(line) {
  const last = line.length - 1;
  const open8 = line.charCodeAt(last) === 41 ? line.lastIndexOf("(") : -1;
  const name2 = line.slice(0, Math.max(0, open8));
  if (open8 > 0 && !name2.includes(" ") && !name2.includes("	"))
    return { kind: "call", function: name2.slice(0, maxPartChars), byC: false };
  return { kind: "call", function: line.slice(0, maxPartChars), byC: true };
}

// src/crash/goroutines/header-words.ts
var maxStates = 1e3;
var maxLabelChars = 4e6;
function createHeaderWords() {
  const states = /* @__PURE__ */ new Map();
  let labelChars = 0;
  const stateOf = (state) => {
    const known = states.get(state);
    if (known !== void 0) return known;
    const kept = detached(state);
    if (states.size < maxStates) states.set(kept, kept);
    return kept;
  };
  const labelsOf = (labels) => {
    const pairs = Object.entries(labels).map(
      ([key, value]) => [detached(key), detached(value)]
    );
    for (const [key, value] of pairs) labelChars += key.length + value.length;
    return labelChars > maxLabelChars ? {} : Object.fromEntries(pairs);
  };
  return {
    header(header4) {
      header4.state = stateOf(header4.state);
      if (Object.keys(header4.labels).length > 0) header4.labels = labelsOf(header4.labels);
      return header4;
    }
  };
}

// src/crash/goroutines/goroutine-labels.ts
var maxLabels = 100;
var maxWordChars = 4096;
var bareWord = /[A-Za-z0-9./_]*/y;
var escape = /\\(?:(?<sign>[nrt"\\])|x(?<x>[0-9a-f]{2})|u(?<u>[0-9a-f]{4})|U(?<long>[0-9a-f]{8}))/g;
var signs = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" };
function readLabels(line, at2, opening4) {
  if (!line.startsWith(opening4, at2)) return null;
  const pairs = [];
  let place5 = at2 + opening4.length;
  for (; ; ) {
    const key = readWord(line, place5);
    if (key === null || !line.startsWith(": ", key.end)) return null;
    const value = readWord(line, key.end + 2);
    if (value === null) return null;
    if (pairs.length < maxLabels) pairs.push([key.text, value.text]);
    place5 = value.end;
    if (line[place5] === "}") return { labels: Object.fromEntries(pairs), end: place5 + 1 };
    if (!line.startsWith(", ", place5)) return null;
    place5 += 2;
  }
}
function readWord(line, at2) {
  if (line[at2] !== '"') {
    bareWord.lastIndex = at2;
    const text4 = bareWord.exec(line)?.[0] ?? "";
    return { text: text4.slice(0, maxWordChars), end: at2 + text4.length };
  }
  let close = at2 + 1;
  while (close < line.length && line[close] !== '"') close += line[close] === "\\" ? 2 : 1;
  if (close >= line.length) return null;
  return { text: unquote(line.slice(at2 + 1, Math.min(close, at2 + maxWordChars))), end: close + 1 };
}
function unquote(text4) {
  return text4.replace(escape, (whole, ...rest) => {
    const groups = rest.at(-1);
    if (groups["sign"] !== void 0) return signs[groups["sign"]] ?? whole;
    const code = Number.parseInt(groups["x"] ?? groups["u"] ?? groups["long"] ?? "", 16);
    return code <= 1114111 ? String.fromCodePoint(code) : whole;
  });
}

// src/crash/goroutines/goroutine-header.ts
var opening = "goroutine ";
var beforeState = /^(?<id>\d{1,20})(?: gp=0x[0-9a-f]+ m=(?:nil|-?\d+ mp=(?:nil|0x[0-9a-f]+)))? \[/;
var maxOpeningChars = 120;
var maxStateChars = 400;
var maxPlaces = 16;
function parseGoroutineHeader(line) {
  let at2 = line.indexOf(opening);
  if (at2 < 0) return null;
  for (let places = 0; at2 >= 0 && places < maxPlaces; places++) {
    const from = at2 + opening.length;
    const found = beforeState.exec(line.slice(from, from + maxOpeningChars));
    const header4 = found === null ? null : readHeader(line, from + found[0].length, Number(found.groups?.["id"]));
    if (header4 !== null) return { header: header4, start: at2 };
    at2 = line.indexOf(opening, from);
  }
  return null;
}
function readHeader(line, from, id) {
  const inside = readInside(line, from);
  if (inside === null || inside.text.includes("[")) return null;
  const after = readLabels(line, inside.end, " {");
  if (!/^:\s*$/.test(line.slice(after?.end ?? inside.end, (after?.end ?? inside.end) + 64)))
    return null;
  const [status = "", ...remarks] = inside.text.split(", ");
  const header4 = {
    id,
    state: status,
    waitMinutes: 0,
    lockedToThread: false,
    leaked: false,
    bubble: null,
    labels: { ...inside.labels, ...after?.labels }
  };
  for (const remark2 of remarks) addRemark(header4, remark2);
  return withoutFlags(header4);
}
function readInside(line, from) {
  const near2 = line.slice(from, from + maxStateChars);
  const labelsAt = near2.indexOf(" labels:{");
  const close = near2.indexOf("]");
  if (labelsAt >= 0 && (close < 0 || labelsAt < close)) {
    const read = readLabels(line, from + labelsAt, " labels:{");
    if (read !== null && line[read.end] === "]")
      return { text: near2.slice(0, labelsAt), labels: read.labels, end: read.end + 1 };
  }
  return close < 0 ? null : { text: near2.slice(0, close), labels: {}, end: from + close + 1 };
}
function addRemark(header4, remark2) {
  const { minutes, bubble } = /^(?:(?<minutes>\d{1,15}) minutes|synctest (?:bubble|group) (?<bubble>\d{1,15}))$/.exec(remark2)?.groups ?? {};
  if (minutes !== void 0) header4.waitMinutes = Number(minutes);
  else if (bubble !== void 0) header4.bubble = Number(bubble);
  else if (remark2 === "locked to thread") header4.lockedToThread = true;
  else header4.state += `, ${remark2}`;
}
function withoutFlags(header4) {
  let state = header4.state;
  for (; ; ) {
    const flag = / \((?<flag>leaked|scan|durable)\)$/.exec(state)?.groups?.["flag"];
    if (flag === void 0) break;
    if (flag === "leaked") header4.leaked = true;
    state = state.slice(0, -` (${flag})`.length);
  }
  header4.state = state;
  return header4;
}

// src/crash/goroutines/goroutines.ts
var defaultLimits = {
  goroutines: 1e6,
  stackFrames: 4096,
  frames: 5e5
};
var maxBetween = 8;
var maxStackLineChars = 64 * 1024;
var carriageReturn = 13;
var blank = 32;
var colon = 58;
function createGoroutineParser(other = () => void 0, limits3 = defaultLimits) {
  const builder = createGoroutineBuilder(createFrameStore(limits3.frames), limits3.stackFrames);
  const words4 = createHeaderWords();
  const goroutines = [];
  let omitted = 0;
  let frames = 0;
  let open8 = false;
  let margin = "";
  let pending = null;
  const flush = () => {
    if (pending === null) return;
    const { line, between } = pending;
    pending = null;
    other(line, false);
    for (const one of between) other(one, false);
  };
  const putAside = (raw) => {
    if (pending === null || isOfC(pending.call) || pending.between.length >= maxBetween)
      return false;
    pending.between.push(raw);
    return true;
  };
  const close = () => {
    flush();
    if (open8) builder.finish();
    open8 = false;
  };
  const begin = (header4, before) => {
    close();
    margin = before.trim() === "" ? before : null;
    if (margin === null) other(before, true);
    open8 = true;
    const goroutine = builder.start(words4.header(header4));
    if (goroutines.length < limits3.goroutines) goroutines.push(goroutine);
    else omitted++;
  };
  const takePosition = (read) => {
    if (pending === null) return false;
    if (read.inC && pending.between.length > 0) {
      const line = pending.between.pop() ?? "";
      flush();
      builder.addFrame(line, read.file, read.line);
      frames++;
      return true;
    }
    const { call: call2, between } = pending;
    if (isOfC(call2) && !read.inC) return false;
    frames++;
    if (call2.kind === "call") builder.addFrame(call2.function, read.file, read.line);
    else builder.setCreation(call2.function, read.file, read.line, call2.goroutine);
    pending = null;
    for (const one of between) other(one, false);
    return true;
  };
  const take = (line, raw) => {
    const read = parseStackLine(line);
    if (read?.kind === "position") return takePosition(read);
    if ((read === null || read.kind === "call" && read.byC) && putAside(raw)) return true;
    flush();
    switch (read?.kind) {
      case "call":
      case "creation":
        if (builder.stackHasEnded()) return false;
        pending = { line: raw, call: read, between: [] };
        return true;
      case "elided":
        builder.elide(read.count);
        return true;
      case "foreign":
        builder.addFrame("non-Go function", "", 0);
        return true;
      case "ancestor":
        return builder.startAncestor(read.goroutine);
      case "unavailable":
        frames++;
        return true;
      case void 0:
        return false;
    }
  };
  return {
    push(raw) {
      const line = raw.charCodeAt(raw.length - 1) === carriageReturn ? raw.slice(0, -1) : raw;
      if (line === "") {
        flush();
        return;
      }
      const header4 = parseGoroutineHeader(line);
      if (header4 !== null) {
        begin(header4.header, line.slice(0, header4.start));
        return;
      }
      const last = line.charCodeAt(line.length - 1);
      if (last <= blank && line.trim() === "") {
        flush();
        return;
      }
      if (last === colon && line.trimStart() === "runtime stack:") close();
      margin ??= /^ */.exec(line)?.[0] ?? "";
      if (open8 && line.startsWith(margin) && line.length <= maxStackLineChars) {
        if (take(margin === "" ? line : line.slice(margin.length), raw)) return;
      }
      flush();
      other(raw, false);
    },
    begin: (header4) => {
      begin(header4, "");
    },
    end: close,
    goroutines,
    frames: () => frames,
    omitted: () => omitted
  };
}
function parseGoroutines(text4) {
  const parser = createGoroutineParser();
  for (const line of text4.split("\n")) parser.push(line);
  parser.end();
  return parser.goroutines;
}
function isOfC(call2) {
  return call2.kind === "call" && call2.byC;
}

// src/inspect/core-program.ts
import { readdir as readdir6 } from "node:fs/promises";
import { join as join12 } from "node:path";

// src/inspect/content.ts
import { constants as constants4, gunzipSync } from "node:zlib";
var headBytes = 64 * 1024;
var elfTypes = {
  2: "elf-program",
  3: "elf-program",
  4: "elf-core"
};
function contentOf(head) {
  const starts = (...bytes3) => bytes3.every((byte, i) => head[i] === byte);
  if (head.length === 0) return "empty";
  if (starts(127, 69, 76, 70)) {
    const type = head[5] === 2 ? (head[16] ?? 0) * 256 + (head[17] ?? 0) : head[16] ?? 0;
    return elfTypes[type] ?? "binary";
  }
  if (starts(31, 139)) return "gzip";
  if (starts(40, 181, 47, 253)) return "zstd";
  const control = head.filter((byte) => byte < 32 && ![9, 10, 13, 27].includes(byte));
  return control.length === 0 ? "text" : "binary";
}
function unpackedHead(head) {
  try {
    const unpacked = gunzipSync(head.subarray(0, 4096), {
      finishFlush: constants4.Z_SYNC_FLUSH,
      maxOutputLength: 8 << 20
    });
    return unpacked.subarray(0, headBytes);
  } catch {
    return new Uint8Array();
  }
}

// src/inspect/elf.ts
import { open as open4 } from "node:fs/promises";
import { Buffer as Buffer5 } from "node:buffer";
var maxSections = 4096;
var maxNamesBytes = 1 << 20;
var allocated = 2n;
var occupiesNothing = 8;
var note = 7;
async function readElfSections(path2) {
  const file = await open4(path2, "r").catch(() => null);
  if (file === null) return null;
  try {
    return await readSections(file);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
async function readSections(file) {
  const header4 = await readAt(file, 0, 64);
  if (header4.readUInt32BE(0) !== 2135247942 || header4[4] !== 2 || header4[5] !== 1) return null;
  const [entrySize, entries, namesIndex] = [58, 60, 62].map((at2) => header4.readUInt16LE(at2));
  if (entrySize !== 64 || entries > maxSections) return null;
  const table3 = await readAt(file, Number(header4.readBigUInt64LE(40)), entries * entrySize);
  const raw = Array.from({ length: entries }, (_, i) => {
    const at2 = table3.subarray(i * entrySize);
    return {
      nameAt: at2.readUInt32LE(0),
      type: at2.readUInt32LE(4),
      flags: at2.readBigUInt64LE(8),
      address: at2.readBigUInt64LE(16),
      offset: Number(at2.readBigUInt64LE(24)),
      size: Number(at2.readBigUInt64LE(32))
    };
  });
  const names4 = raw[namesIndex];
  if (names4 === void 0) return null;
  const text4 = await readAt(file, names4.offset, Math.min(names4.size, maxNamesBytes));
  return raw.map(({ nameAt, ...section }) => ({
    name: text4.toString("latin1", nameAt, Math.max(nameAt, text4.indexOf(0, nameAt))),
    ...section
  }));
}
function hasDebugInfo(sections) {
  return sections.some(({ name: name2 }) => name2 === ".debug_info" || name2 === ".zdebug_info");
}
async function sameProgram(first, second) {
  const sections = await Promise.all([first, second].map(readLoaded));
  const [a, b] = sections;
  if (a === void 0 || b === void 0 || a.length === 0 || a.length !== b.length) return false;
  const files = await Promise.all([open4(first, "r"), open4(second, "r")]);
  try {
    for (const [i, section] of a.entries()) {
      const other = b[i];
      if (other === void 0 || !samePlace(section, other)) return false;
      if (section.type !== occupiesNothing && !await sameBytes(files, section, other))
        return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}
async function readLoaded(path2) {
  const sections = await readElfSections(path2) ?? [];
  return sections.filter(({ flags, type }) => (flags & allocated) !== 0n && type !== note);
}
function samePlace(a, b) {
  return a.name === b.name && a.type === b.type && a.address === b.address && a.size === b.size;
}
async function sameBytes([first, second], a, b) {
  if (first === void 0 || second === void 0) return false;
  const step = 1 << 20;
  for (let done = 0; done < a.size; done += step) {
    const size = Math.min(step, a.size - done);
    const [left, right] = await Promise.all([
      readAt(first, a.offset + done, size),
      readAt(second, b.offset + done, size)
    ]);
    if (!left.equals(right)) return false;
  }
  return true;
}
async function readAt(file, position4, size) {
  const buffer = Buffer5.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, position4);
  if (bytesRead < size) throw new RangeError("cut file");
  return buffer;
}

// src/inspect/core-program.ts
var maxEntries = 1e3;
var keptName = "pkg.test";
async function findCoreProgram(folder) {
  const programs = await programsIn(folder);
  const record3 = parseEndRecord(await readBounded(join12(folder, "end.json"), 1 << 20));
  const names4 = [record3?.evidence?.binary, keptName];
  const ran = programs.find(({ name: name2 }) => names4.includes(name2)) ?? programs.find(({ debuggable }) => !debuggable || programs.length === 1);
  if (ran === void 0) return { path: null, gaps: [noProgram(programs)] };
  if (ran.debuggable) return { path: ran.path, gaps: [] };
  const gaps2 = [];
  for (const { name: name2, path: path2 } of programs.filter(({ debuggable }) => debuggable)) {
    if (await sameProgram(ran.path, path2)) return { path: path2, gaps: [] };
    gaps2.push(`${name2} has debug information, but its code and data are not those of ${ran.name}`);
  }
  gaps2.push(
    `${ran.name} has no debug information, as go test links it, so no debugger can read the core with it: put the same program with debug information beside it, or have it in the next core by the flag -ldflags=-w=0`
  );
  return { path: null, gaps: gaps2 };
}
function noProgram(programs) {
  return programs.length === 0 ? `the program that made the core is not beside it: put it there as ${keptName}` : `it is not clear which program made the core: name it ${keptName} (found ${programs.map(({ name: name2 }) => name2).join(", ")})`;
}
async function programsIn(folder) {
  const names4 = (await readdir6(folder).catch(() => [])).sort().slice(0, maxEntries);
  const found = [];
  for (const name2 of names4) {
    const path2 = join12(folder, name2);
    const head = await readBoundedBytes(path2, 64);
    if (head === null || contentOf(head) !== "elf-program") continue;
    found.push({ name: name2, path: path2, debuggable: hasDebugInfo(await readElfSections(path2) ?? []) });
  }
  return found;
}

// src/inspect/debugger.ts
import { spawn as spawn3 } from "node:child_process";
import { Buffer as Buffer6 } from "node:buffer";
var defaultMs = 12e4;
var maxOutputBytes2 = 32 << 20;
function askDebugger(program, core, commands2, { env, home, stop, maxMs = defaultMs }) {
  return new Promise((resolve5) => {
    const child = spawn3(
      "dlv",
      ["core", "--allow-non-terminal-interactive=true", "--", program, core],
      {
        cwd: home,
        env: { ...env, TERM: "dumb", XDG_CONFIG_HOME: home },
        stdio: ["pipe", "pipe", "pipe"]
      }
    );
    let cut2 = null;
    const end = (because) => {
      cut2 ??= because;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(end, maxMs, `dlv did not end in ${String(maxMs / 1e3)} s`);
    const stopped2 = () => {
      end("it was stopped");
    };
    stop.addEventListener("abort", stopped2, { once: true });
    if (stop.aborted) stopped2();
    const done = (answer) => {
      clearTimeout(timer);
      stop.removeEventListener("abort", stopped2);
      resolve5(answer);
    };
    const tooMuch2 = () => {
      end("dlv printed too much");
    };
    const output = collect2(child.stdout, tooMuch2);
    const errors = collect2(child.stderr, tooMuch2);
    child.once("error", (error) => {
      done(
        error.code === "ENOENT" ? { kind: "missing" } : { kind: "failed", because: `dlv could not be started: ${error.message}` }
      );
    });
    child.once("close", (code) => {
      const text4 = output();
      const said2 = errors().trim().split("\n").slice(-3).join(" ");
      if (cut2 === null && code !== 0)
        done({ kind: "failed", because: `dlv could not read it: ${said2}` });
      else if (cut2 !== null && text4 === "") done({ kind: "failed", because: cut2 });
      else done({ kind: "answered", text: text4 });
    });
    child.stdin.on("error", () => void 0);
    child.stdin.end(`${[...commands2, "exit"].join("\n")}
`);
  });
}
function collect2(stream, tooMuch2) {
  const chunks = [];
  let size = 0;
  stream.on("data", (chunk) => {
    size += chunk.length;
    if (size <= maxOutputBytes2) chunks.push(chunk);
    else tooMuch2();
  });
  return () => Buffer6.concat(chunks).toString("utf8");
}

// src/inspect/core.ts
var maxStackDepth = 30;
var maxCrashingDepth = 60;
var maxCrashTextBytes = 16 << 20;
async function inspectCore(named3, core, ports, options) {
  const folder = dirname2(named3);
  const inspection = {
    kind: "core",
    path: named3,
    program: null,
    crashing: null,
    goroutines: null,
    gaps: []
  };
  const { path: program, gaps: gaps2 } = await findCoreProgram(folder);
  inspection.gaps.push(...gaps2);
  if (program !== null) await askDelve(inspection, program, core, ports, options);
  if (inspection.goroutines === null) {
    const crash = await readBounded(join13(folder, "crash.txt"), maxCrashTextBytes);
    const goroutines = parseGoroutines(crash ?? "");
    if (goroutines.length > 0) {
      inspection.goroutines = listGoroutines(goroutines, options);
      inspection.gaps.push(
        "the goroutines are those that the runtime printed when it crashed (crash.txt)"
      );
    }
  }
  return inspection;
}
async function askDelve(inspection, program, core, { env, scratch: home, stop }, options) {
  const ask2 = (...commands2) => askDebugger(resolve2(program), resolve2(core), commands2, { env, home, stop });
  const listed = await ask2(`goroutines -t ${String(maxStackDepth)}`);
  switch (listed.kind) {
    case "missing":
      inspection.gaps.push(
        "dlv is not in PATH, and only it can read a core: go install github.com/go-delve/delve/cmd/dlv@latest, and have the bin folder of `go env GOPATH` in PATH"
      );
      return;
    case "failed":
      inspection.gaps.push(listed.because);
      return;
    case "answered":
      inspection.program = program;
  }
  const { goroutines, current } = parseDelveGoroutines(listed.text);
  if (goroutines.length === 0) {
    inspection.gaps.push("dlv found no goroutines in it: is this the program that made the core?");
    return;
  }
  inspection.goroutines = listGoroutines(goroutines, options);
  const id = crashingGoroutine(goroutines, current);
  if (id === null) return;
  const stack = await ask2(`goroutine ${String(id)} stack ${String(maxCrashingDepth)} -full`);
  const frames = stack.kind === "answered" ? parseDelveStack(stack.text) : [];
  if (frames.length > 0)
    inspection.crashing = {
      goroutine: id,
      frames: frames.map((frame) => relativeTo(options.moduleDirectory, frame))
    };
  else if (stack.kind === "failed") inspection.gaps.push(stack.because);
}

// src/machine/coredumpctl.ts
import { mkdtemp as mkdtemp3, readFile as readFile4, rename as rename4, rm as rm7 } from "node:fs/promises";
import { join as join14 } from "node:path";

// src/machine/core-file.ts
import { constants as constants5 } from "node:fs";
import { open as open5 } from "node:fs/promises";
import { Buffer as Buffer7 } from "node:buffer";
var typeCore = 4;
var headerBytes = 64;
var entryBytes = 56;
var tooManyToCount = 65535;
async function isWholeCore(path2) {
  const file = await open5(path2, constants5.O_RDONLY | constants5.O_NOFOLLOW).catch(() => null);
  if (file === null) return false;
  try {
    return await isWhole(file);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
async function isWhole(file) {
  const stats = await file.stat();
  const header4 = await readAt2(file, 0, headerBytes);
  if (!stats.isFile() || header4.readUInt32BE(0) !== 2135247942 || header4[4] !== 2) return false;
  if (header4[5] !== 1 || header4.readUInt16LE(16) !== typeCore) return false;
  const count3 = header4.readUInt16LE(56);
  if (count3 === tooManyToCount) return true;
  const table3 = await readAt2(file, Number(header4.readBigUInt64LE(32)), count3 * entryBytes);
  for (let at2 = 0; at2 < table3.length; at2 += entryBytes) {
    const end = table3.readBigUInt64LE(at2 + 8) + table3.readBigUInt64LE(at2 + 32);
    if (end > BigInt(stats.size)) return false;
  }
  return count3 > 0;
}
async function readAt2(file, position4, size) {
  const buffer = Buffer7.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, position4);
  if (bytesRead < size) throw new RangeError("cut file");
  return buffer;
}

// src/machine/coredumpctl.ts
var patienceMs3 = 6e4;
var pausesMs = [0, 500, 1e3, 2e3, 4e3];
async function fetchCore(pid, target, ports) {
  const { folder, name: name2 } = target;
  const draftFolder = await mkdtemp3(join14(folder, ".core-"));
  const draft = join14(draftFolder, name2);
  try {
    const boot = await bootMatch();
    const args = ["dump", "--no-pager", `--output=${draft}`, String(pid), ...boot];
    let problem = "";
    for (const pause of pausesMs) {
      if (pause > 0) await ports.sleep(pause);
      if (ports.stopped()) return "the run was stopped before coredumpctl could be asked";
      const options = { cwd: folder, env: ports.env, timeoutMs: patienceMs3 };
      const result = await ports.run("coredumpctl", args, options);
      if (result.kind === "not-started") return `coredumpctl ${describeFailure2(result)}`;
      if (result.kind === "exited" && result.code === 0) {
        if (!await isWholeCore(draft)) return "what coredumpctl wrote is no whole core";
        await rename4(draft, join14(folder, name2));
        return null;
      }
      problem = `coredumpctl: ${describeFailure2(result)}`;
    }
    return problem;
  } finally {
    await rm7(draftFolder, { recursive: true, force: true });
  }
}
async function bootMatch() {
  const text4 = await readFile4("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  const id = text4.trim().replaceAll("-", "");
  return /^[0-9a-f]{32}$/.test(id) ? [`_BOOT_ID=${id}`] : [];
}

// src/render/inspection-page.ts
var minWidth = 40;
function textLine({ width }, text4) {
  return clip(oneLine(text4), Math.max(minWidth, width));
}
function frameLine(page, start, frame, remark2 = "") {
  const width = Math.max(minWidth, page.width);
  const name2 = oneLine(frame.function);
  const place5 = frame.file === "" ? "" : oneLine(`  ${frame.file}:${String(frame.line)}`);
  const end = remark2 === "" ? "" : `  ${oneLine(remark2)}`;
  const forms = [
    [name2, place5],
    [shortName(name2), place5],
    [shortName(name2), shortPlace(place5)]
  ];
  const fits2 = forms.find(([a, b]) => start.length + a.length + b.length + end.length <= width);
  if (fits2 !== void 0) return `${start}${fits2[0]}${page.paint.dim(fits2[1])}${end}`;
  return clip(`${start}${shortName(name2)}${shortPlace(place5)}${end}`, width);
}
function oneLine(text4) {
  return printable(text4).replace(/[\n\r\t]+/g, " ");
}
function shortName(name2) {
  const bracket = name2.indexOf("[");
  const path2 = bracket < 0 ? name2 : name2.slice(0, bracket);
  return name2.slice(path2.lastIndexOf("/") + 1);
}
function shortPlace(place5) {
  const parts = place5.split("/");
  return parts.length <= 3 ? place5 : `  …/${parts.slice(-2).join("/")}`;
}
function aligned(rows5, right) {
  const widths = right.map(
    (_, column) => rows5.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0)
  );
  return rows5.map(
    (row) => row.map(
      (cell, column) => right[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
    ).join("  ")
  );
}
function formatShare(share) {
  const percent2 = share * 100;
  return `${percent2 >= 9.95 || percent2 === 0 ? percent2.toFixed(0) : percent2.toFixed(1)} %`;
}
function formatMinutes(minutes) {
  if (minutes < 1) return "";
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${String(minutes)} min` : `${String(hours)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
function moreLine({ paint }, count3, noun) {
  return count3 === 0 ? [] : [paint.dim(`    ... and ${plural(count3, `more ${noun}`)}`)];
}

// src/render/inspection-goroutines.ts
var shownAtTop = 12;
var shownAtBottom = 4;
function goroutineLines(page, listing) {
  const { total, matching, states, waits, groups, more } = listing;
  const { bold } = page.paint;
  const filtered = matching === total ? "" : `, ${String(matching)} match the filter`;
  const lines = [bold(`${plural(total, "goroutine")}${filtered}`)];
  const byState = aligned(
    states.map(({ state, count: count3, longestWaitMinutes }) => [
      String(count3),
      oneLine(state),
      since(longestWaitMinutes)
    ]),
    [true, false, false]
  );
  lines.push(...byState.map((line) => textLine(page, `  ${line}`.trimEnd())));
  lines.push(...moreLine(page, more.states, "state"));
  if (waits.length > 0) lines.push("", bold("who waits for what:"));
  const starts = aligned(
    waits.map(({ awaited, count: count3, longestWaitMinutes }) => [
      String(count3),
      oneLine(awaited),
      since(longestWaitMinutes)
    ]),
    [true, false, false]
  );
  waits.forEach(({ at: at2, atStart, test }, i) => {
    const start = `  ${starts[i] ?? ""}  ${atStart ? "started by " : ""}`;
    lines.push(
      at2 === null ? textLine(page, start.trimEnd()) : frameLine(page, start, at2, test ?? "")
    );
  });
  lines.push(...moreLine(page, more.waits, "place"));
  if (groups.length > 0) lines.push("", bold("by stack:"));
  const ofRuntime = groups.filter(({ frames }) => frames.length > 0 && frames.every(isRuntime));
  const ofTests = groups.filter((group) => !ofRuntime.includes(group) && !isAgents(group));
  for (const group of ofTests) lines.push(...groupLines(page, group));
  lines.push(...ownLine(page, "the runtime's own", ofRuntime));
  lines.push(...ownLine(page, "the guard's own", groups.filter(isAgents)));
  lines.push(...moreLine(page, more.groups, "stack"));
  return lines;
}
function groupLines(page, group) {
  const { count: count3, states, longestWaitMinutes, ids, test, createdBy } = group;
  const kinds = states.slice(0, 4).map(({ state, count: some }) => states.length === 1 ? state : `${String(some)} ${state}`);
  const numbers = `goroutine${count3 === 1 ? "" : "s"} ${ids.join(", ")}${count3 > ids.length ? ", ..." : ""}`;
  const labels = Object.entries(group.labels).map(([key, value]) => `${key}=${value}`);
  const remarks = [
    kinds.join(", "),
    since(longestWaitMinutes),
    group.leaked > 0 ? "leaked: can never run again" : "",
    group.lockedToThread > 0 ? "locked to thread" : "",
    test ?? "",
    numbers,
    ...labels
  ];
  const head = `  ${String(count3)} × ${remarks.filter((remark2) => remark2 !== "").join("; ")}`;
  const lines = [textLine(page, head), ...stackLines(page, group)];
  if (createdBy !== null) {
    const from = createdBy.goroutine === null ? "" : `in goroutine ${String(createdBy.goroutine)}`;
    lines.push(frameLine(page, "      created by ", createdBy, from));
  }
  return lines;
}
function isAgents({ frames }) {
  return frames.some(isGuard) && !frames.some(({ function: name2 }) => name2 === "main.main");
}
function ownLine(page, whose, groups) {
  if (groups.length === 0) return [];
  const count3 = groups.reduce((sum, group) => sum + group.count, 0);
  const states = new Set(groups.flatMap((group) => group.states.map(({ state }) => state)));
  return [textLine(page, `  ${String(count3)} × ${whose}: ${[...states].join(", ")}`)];
}
function stackLines(page, group) {
  const { elided: elided2 } = group;
  const frames = withoutWaiting(group);
  const lines = [];
  const hidden2 = frames.length - shownAtTop - shownAtBottom;
  frames.forEach((frame, i) => {
    if (elided2 !== null && elided2.after - (group.frames.length - frames.length) === i)
      lines.push(elidedLine(page, elided2.count));
    if (hidden2 > 1 && i >= shownAtTop && i < shownAtTop + hidden2) {
      if (i === shownAtTop) lines.push(elidedLine(page, hidden2));
      return;
    }
    lines.push(frameLine(page, "      ", frame));
  });
  if (elided2 !== null && elided2.after >= group.frames.length)
    lines.push(elidedLine(page, elided2.count));
  return lines;
}
function withoutWaiting({ frames, states }) {
  const end = frames.at(-1)?.function === "runtime.goexit" ? frames.length - 1 : frames.length;
  const runs = states.some(({ state }) => state === "running");
  const start = runs ? 0 : frames.findIndex((frame) => !isRuntime(frame));
  return frames.slice(Math.max(0, start), end);
}
function elidedLine({ paint }, count3) {
  return paint.dim(
    count3 === null ? "      ... more frames" : `      ... ${plural(count3, "frame")}`
  );
}
function since(minutes) {
  return minutes < 1 ? "" : `for ${formatMinutes(minutes)}`;
}

// src/render/inspection-heap.ts
function heapLines(page, heap, isEarly = false) {
  const { totals, matching } = heap;
  const held = `${formatBytes(totals.inuseBytes)} in ${plural(totals.inuseObjects, "object")}`;
  const filtered = matching.bytes === totals.inuseBytes ? "" : `, ${formatBytes(matching.bytes)} match the filter`;
  const lines = [page.paint.bold(`heap in use: ${held}${filtered}`)];
  if (isEarly)
    lines.push(textLine(page, "  of before the garbage was collected: some of it may be garbage"));
  const functions = heap.functions.filter(isWorthALine);
  const amounts = functions.map(({ bytes: bytes3, share }) => [formatBytes(bytes3), formatShare(share)]);
  const less = heap.functions.length - functions.length;
  lines.push(...siteLines(page, amounts, functions));
  lines.push(...moreLine(page, heap.more.functions + less, "function"));
  lines.push("", page.paint.bold("by test:"));
  const tests2 = aligned(
    heap.tests.filter(isWorthALine).map(({ test, bytes: bytes3, share }) => [formatBytes(bytes3), formatShare(share), test]),
    [true, true, false]
  );
  lines.push(...tests2.map((line) => textLine(page, `  ${line}`.trimEnd())));
  lines.push(...moreLine(page, heap.more.tests + heap.tests.length - tests2.length, "test"));
  return lines;
}
function profileLines(page, { sampleTypes: sampleTypes2, tops }, leaveOut = []) {
  if (sampleTypes2.every(({ total }) => total === 0)) return ["  nothing was recorded"];
  const totals = aligned(
    sampleTypes2.map(({ type, unit, total, matching }) => [
      formatAmount(total, unit),
      matching === total ? type : `${type}, ${formatAmount(matching, unit)} match the filter`
    ]),
    [true, false]
  );
  const lines = totals.map((line) => textLine(page, `  ${line}`.trimEnd()));
  for (const { type, unit, rows: rows5, more } of tops.filter((top) => !leaveOut.includes(top.type))) {
    lines.push("", page.paint.bold(textLine(page, `by function: ${type}`)));
    const shown = rows5.filter(isWorthALine).filter((row) => !isGuard(row.caller ?? row));
    const amounts = shown.map(({ flat, share }) => [formatAmount(flat, unit), formatShare(share)]);
    lines.push(...siteLines(page, amounts, shown));
    lines.push(...moreLine(page, more + rows5.length - shown.length, "function"));
  }
  return lines;
}
function isWorthALine({ share }, index) {
  return index === 0 || share >= 1e-3;
}
function siteLines(page, amounts, sites) {
  const starts = aligned(amounts, [true, true]);
  return sites.flatMap((site, i) => {
    const start = `  ${starts[i] ?? ""}  `;
    const { caller, test } = site;
    if (caller === null || caller.function === site.function)
      return [frameLine(page, start, site, test ?? "")];
    return [
      frameLine(page, start, caller, test ?? ""),
      frameLine(page, `${" ".repeat(start.length)}through `, site)
    ];
  });
}
function formatAmount(amount2, unit) {
  switch (unit) {
    case "bytes":
      return formatBytes(amount2);
    case "nanoseconds":
      return formatDuration(amount2 / 1e6);
    default:
      return String(amount2);
  }
}

// src/render/inspection.ts
function renderInspection(inspection, page) {
  const lines = [page.paint.bold(textLine(page, `${inspection.kind} ${inspection.path}`))];
  switch (inspection.kind) {
    case "snapshot":
      lines.push(...snapshotLines(page, inspection));
      break;
    case "profile": {
      const { heap, profile } = inspection;
      if (heap === null) lines.push(...profileLines(page, profile));
      else
        lines.push(...heapLines(page, heap), "", ...profileLines(page, profile, ["inuse_space"]));
      break;
    }
    case "goroutines":
      lines.push(
        ...goroutineLines(page, inspection.goroutines),
        ...gapLines(page, inspection.gaps)
      );
      break;
    case "core":
      lines.push(...coreLines(page, inspection));
      break;
  }
  return `${lines.join("\n")}
`;
}
var reasons = {
  memory: "memory was near its ceiling",
  goroutines: "there were more goroutines than the settings allow",
  request: "a test ran too long or nothing moved"
};
function snapshotLines(page, snapshot) {
  const { taken, heap, goroutines, profiles } = snapshot;
  const when2 = [
    taken.elapsedMs === null ? "" : `${formatDuration(taken.elapsedMs)} after the process started`,
    taken.at === null ? "" : `at ${taken.at}`,
    taken.gcMs === null ? "" : `collecting garbage took ${formatDuration(taken.gcMs)}`
  ].filter((part) => part !== "");
  const lines = [
    textLine(page, `taken because ${reasons[taken.reason] ?? taken.reason}`),
    ...when2.length > 0 ? [textLine(page, when2.join(", "))] : [],
    ...gapLines(page, snapshot.gaps),
    "",
    ...memoryLines(page, snapshot.memory)
  ];
  if (heap !== null) lines.push("", ...heapLines(page, heap, snapshot.heapIsEarly));
  if (goroutines !== null) lines.push("", ...goroutineLines(page, goroutines));
  for (const { name: name2, profile } of profiles) {
    lines.push("", page.paint.bold(profileTitles[name2] ?? name2), ...profileLines(page, profile));
  }
  return lines;
}
var profileTitles = {
  mutex: "mutex profile: time that others waited, by who held the lock",
  block: "block profile: time spent waiting, by who waited"
};
function memoryLines(page, memory) {
  const { rssBytes, heapBytes, runtimeBytes, outsideGoBytes, usageBytes, ceilingBytes } = memory;
  const share = usageBytes !== null && ceilingBytes !== null && ceilingBytes > 0 ? `used of the ceiling of ${formatBytes(ceilingBytes)} (${formatShare(usageBytes / ceilingBytes)})` : "used under the ceiling";
  const rows5 = [
    [rssBytes, "resident memory of the process (RSS)"],
    [heapBytes, "heap, garbage that was not collected yet included"],
    [runtimeBytes, "all that the Go runtime has from the system"],
    [outsideGoBytes === 0 ? null : outsideGoBytes, "outside Go's heap: cgo, mmap or a C library"],
    [usageBytes, share]
  ];
  const known = rows5.filter((row) => row[0] !== null);
  return aligned(
    known.map(([bytes3, what]) => [formatBytes(bytes3), what]),
    [true, false]
  ).map((line) => textLine(page, `  ${line}`.trimEnd()));
}
function coreLines(page, core) {
  const lines = core.program === null ? [] : [textLine(page, `program ${core.program}`)];
  lines.push(...gapLines(page, core.gaps));
  if (core.crashing !== null) lines.push("", ...crashingLines(page, core.crashing));
  if (core.goroutines !== null) lines.push("", ...goroutineLines(page, core.goroutines));
  return lines;
}
function crashingLines(page, { goroutine, frames }) {
  const lines = [page.paint.bold(`crashing goroutine ${String(goroutine)}:`)];
  for (const { locals, ...frame } of frames) {
    const panics = frame.function === "runtime.gopanic";
    if (isRuntime(frame) && !panics) continue;
    lines.push(frameLine(page, "  ", frame));
    const shown = locals.filter(({ name: name2 }) => !panics || name2 === "e");
    lines.push(...shown.map(({ name: name2, value }) => textLine(page, `      ${name2} = ${value}`)));
  }
  return lines;
}
function gapLines({ paint }, gaps2) {
  return gaps2.map((gap) => paint.bad(`! ${oneLine(gap)}`));
}

// src/run/read-cores.ts
var coreTextName = "core.txt";
var maxRead = 3;
var maxReadingMs = 6e4;
var maxTextBytes = 256 * 1024;
var maxRecordBytes = 1 << 20;
function coreReader(request, ports) {
  const { out } = request;
  let read = 0;
  return {
    async afterLeg(plan) {
      const problems2 = [];
      if (plan.leg.race || !ports.coredumpctl && !ports.dlv) return problems2;
      for (const attempt of await dumpedAttempts(out, plan.leg.name, request.run)) {
        if (ports.stop.aborted) break;
        const name2 = relative2(out, attempt.folder);
        if (!attempt.hasCore && ports.coredumpctl) {
          const problem2 = await fetchOne(attempt, ports);
          attempt.hasCore = problem2 === null;
          if (problem2 !== null) problems2.push(`the core of ${name2} was not had: ${problem2}`);
        }
        if (!attempt.hasCore || !ports.dlv || read >= maxRead) continue;
        read++;
        const problem = await readOne(plan, attempt, request, ports);
        if (problem !== null) problems2.push(`the core of ${name2} was not read: ${problem}`);
      }
      return problems2;
    }
  };
}
async function dumpedAttempts(out, leg, run) {
  const found = [];
  const below3 = join15(out, "runs", leg, "/");
  for (const folder of await attemptFolders(out)) {
    if (!folder.startsWith(below3)) continue;
    const end = parseEndRecord(await readBounded(join15(folder, "end.json"), maxRecordBytes));
    if (end?.coreDumped !== true || end.run !== run) continue;
    const start = parseStartRecord(await readBounded(join15(folder, "start.json"), maxRecordBytes));
    if (start === null || (start.diagnose ?? "") !== "") continue;
    const core = await lstat2(join15(folder, "core")).catch(() => null);
    found.push({ folder, start, hasCore: core?.isFile() === true });
  }
  return found;
}
function fetchOne({ folder, start }, { run, env, stop }) {
  return fetchCore(
    start.pid,
    { folder, name: "core" },
    {
      run,
      env,
      stopped: () => stop.aborted,
      sleep: (ms) => new Promise((resolve5) => setTimeout(resolve5, ms))
    }
  );
}
async function readOne(plan, { folder, start }, { out, directory }, { run, env, stop }) {
  const planned = plan.packages.find((item) => item.package === start.package);
  const linked = await linkAgain(plan, planned, { out, directory, folder }, run);
  const bound = boundedSignal(stop, maxReadingMs);
  const scratch = await mkdtemp4(join15(tmpdir2(), "crash-guard-dlv-"));
  try {
    const core = join15(folder, "core");
    const inspection = await inspectCore(
      core,
      core,
      { env, scratch, stop: bound.signal },
      { filter: {}, top: 30, moduleDirectory: planned?.moduleDir ?? directory }
    );
    if (linked !== null)
      inspection.gaps.push(`${debugBinaryName}, with debug information, was not linked: ${linked}`);
    inspection.path = basename2(core);
    if (inspection.program !== null) inspection.program = basename2(inspection.program);
    const text4 = renderInspection(inspection, { width: 160, paint: plain2 });
    await writeFile5(join15(folder, coreTextName), cut(text4), { flag: "wx" });
    return null;
  } catch (error) {
    return error.message;
  } finally {
    bound.end();
    await rm8(scratch, { recursive: true, force: true });
  }
}
async function linkAgain(plan, planned, target, run) {
  const sections = await readElfSections(join15(target.folder, binaryName));
  if (sections !== null && hasDebugInfo(sections)) return null;
  if (planned === void 0) return "the plan does not know its package";
  return linkWithDebugInfo(plan, planned.package, target, run);
}
var same = (text4) => text4;
var plain2 = { good: same, bad: same, dim: same, bold: same };
function cut(text4) {
  const bytes3 = Buffer.from(text4);
  return bytes3.length <= maxTextBytes ? text4 : `${bytes3.subarray(0, maxTextBytes).toString("utf8").replace(/[^\n]*$/, "")}... cut off
`;
}
function boundedSignal(stop, ms) {
  const controller = new AbortController();
  const abort = () => {
    controller.abort();
  };
  const timer = setTimeout(abort, ms);
  stop.addEventListener("abort", abort, { once: true });
  if (stop.aborted) abort();
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", abort);
    }
  };
}

// src/settings/settings.ts
var memProfileRate = 512;

// src/run/plan-legs.ts
import { readFile as readFile7 } from "node:fs/promises";
import { dirname as dirname3, isAbsolute, join as join20, relative as relative3, resolve as resolve3 } from "node:path";

// src/machine/foreign-exec.ts
import { accessSync, constants as constants6 } from "node:fs";
import { delimiter as delimiter2, join as join16 } from "node:path";
function foreignExec(go, searchPath) {
  if (go.goos === go.hostOs && go.goarch === go.hostArch) return [];
  const name2 = `go_${go.goos}_${go.goarch}_exec${go.exe}`;
  const found = searchPath.split(delimiter2).map((folder) => join16(folder, name2)).find(isExecutable);
  return found === void 0 ? [] : [found];
}
function isExecutable(path2) {
  try {
    accessSync(path2, constants6.X_OK);
    return true;
  } catch {
    return false;
  }
}

// src/machine/go-toolchain.ts
var oldestMinor = 21;
var envSchema = object({
  GOVERSION: string2(),
  GOROOT: string2(),
  GOCACHE: string2(),
  GOMODCACHE: string2(),
  GOTMPDIR: string2(),
  GOFLAGS: string2(),
  GOWORK: string2(),
  GOMOD: string2(),
  GOOS: string2(),
  GOARCH: string2(),
  GOHOSTOS: string2(),
  GOHOSTARCH: string2(),
  CGO_ENABLED: string2(),
  CC: string2(),
  GOEXE: string2()
});
async function inspectGo(run, directory, env) {
  const names4 = Object.keys(envSchema.shape);
  const result = uninterrupted(
    "go env",
    await run("go", ["env", "-json", ...names4], { cwd: directory, env })
  );
  if (result.kind === "not-started") {
    throw new InputError([
      {
        where: "go",
        what: "the go command was not found in PATH",
        fix: `install Go 1.${String(oldestMinor)} or later (https://go.dev/dl/, or the actions/setup-go action) and try again`
      }
    ]);
  }
  const parsed = result.code === 0 ? parseEnv(result.stdout) : null;
  if (parsed === null) {
    const fix = 'run "go env" in that folder; it must succeed first';
    throw new InputError([
      { where: `go env (in ${directory})`, what: describeFailure2(result), fix }
    ]);
  }
  const toolchain = toToolchain(parsed);
  if (toolchain.minor < oldestMinor) {
    throw new InputError([
      {
        where: "go",
        what: `${toolchain.version} is too old`,
        fix: `use Go 1.${String(oldestMinor)} or later`
      }
    ]);
  }
  return toolchain;
}
function parseEnv(json) {
  try {
    const parsed = envSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
function toToolchain(env) {
  const minor = /go1\.(?<minor>\d+)/.exec(env.GOVERSION)?.groups?.["minor"];
  const none2 = env.GOMOD === "" || env.GOMOD === "/dev/null" || env.GOMOD === "NUL";
  return {
    version: env.GOVERSION,
    minor: Number(minor ?? 0),
    goroot: env.GOROOT,
    gocache: env.GOCACHE,
    gomodcache: env.GOMODCACHE,
    gotmpdir: env.GOTMPDIR,
    goflags: env.GOFLAGS,
    gowork: env.GOWORK === "off" ? "" : env.GOWORK,
    gomod: none2 ? "" : env.GOMOD,
    goos: env.GOOS,
    goarch: env.GOARCH,
    hostOs: env.GOHOSTOS,
    hostArch: env.GOHOSTARCH,
    cgo: env.CGO_ENABLED === "1",
    cc: env.CC,
    exe: env.GOHOSTOS === "windows" ? ".exe" : ""
  };
}

// src/plan/plan.ts
function planPackage(listed, found, rules4) {
  const hasTests = listed.testFiles.length + listed.externalTestFiles.length > 0;
  const injection = hasTests && listed.name !== "" ? chooseInjection(listed, rules4) : "none";
  const ownTests = injection === "module" && listed.testFiles.length > 0;
  return {
    package: listed.package,
    dir: listed.dir,
    moduleDir: listed.module?.dir ?? null,
    modulePath: listed.module?.path ?? null,
    injection,
    clause: ownTests ? listed.name : `${listed.name}_test`,
    testMain: found.testMain,
    quiet: found.quiet,
    declared: found.tests,
    hasTests
  };
}
function chooseInjection(listed, rules4) {
  if (isBelow(listed.dir, rules4.gomodcache) || rules4.isEmbedded(listed.dir)) return "none";
  if (listed.standard || listed.module === null || rules4.coverpkg) return "external";
  return rules4.canHostAgent(listed.module.dir) ? "module" : "external";
}
function isBelow(path2, folder) {
  return folder !== "" && (path2 === folder || path2.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
}
function checkListed(packages, patterns2, where) {
  const problems2 = [];
  for (const listed of packages) {
    if (listed.error === null || listed.files > 0) continue;
    problems2.push({
      where,
      what: `${listed.package}: ${listed.error}`,
      fix: 'name packages that exist, relative to --dir (working-directory); "go list" shows them'
    });
  }
  if (packages.length === 0) {
    problems2.push({
      where,
      what: `${patterns2.join(" ")} matches no packages`,
      fix: 'check --dir (working-directory) and the pattern; "go list ./..." shows what there is'
    });
  }
  if (problems2.length > 0) throw new InputError(problems2);
}

// src/plan/embedding.ts
import { posix } from "node:path";
var injectedName = "zz_crash_guard_test.go";
function embeddings(packages) {
  const patterns2 = packages.flatMap(
    ({ dir, embedPatterns }) => embedPatterns.map((pattern2) => ({
      root: dir,
      matches: globExpression(pattern2.replace(/^all:/, ""))
    }))
  );
  return (dir) => patterns2.some(({ root, matches }) => {
    const path2 = posix.relative(root, posix.join(dir, injectedName));
    return !path2.startsWith("../") && itselfAndParents(path2).some((name2) => matches.test(name2));
  });
}
function itselfAndParents(path2) {
  const parts = path2.split("/");
  return [".", ...parts.map((_, i) => parts.slice(0, i + 1).join("/"))];
}
function globExpression(pattern2) {
  const body = pattern2.split(/(\[[^\]]*\]|[*?])/).map((part) => {
    if (part === "*") return "[^/]*";
    return part === "?" || part.startsWith("[") ? "[^/]" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }).join("");
  return new RegExp(`^${body}$`, "u");
}

// src/plan/go-list.ts
var packageSchema = object({
  ImportPath: string2(),
  Dir: optional(string2()),
  Name: optional(string2()),
  Standard: optional(boolean2()),
  Module: optional(
    object({ Path: string2(), Dir: optional(string2()), Main: optional(boolean2()) })
  ),
  GoFiles: optional(array(string2())),
  CgoFiles: optional(array(string2())),
  IgnoredGoFiles: optional(array(string2())),
  InvalidGoFiles: optional(array(string2())),
  TestGoFiles: optional(array(string2())),
  XTestGoFiles: optional(array(string2())),
  EmbedPatterns: optional(array(string2())),
  TestEmbedPatterns: optional(array(string2())),
  XTestEmbedPatterns: optional(array(string2())),
  Error: optional(object({ Err: string2() }))
});
var listFields = Object.keys(packageSchema.shape).join(",");
function parseGoList(stdout) {
  const packages = [];
  const problems2 = [];
  for (const text4 of stdout.split(/^(?=\{\s*$)/m)) {
    if (text4.trim() === "") continue;
    try {
      packages.push(toListed(packageSchema.parse(JSON.parse(text4))));
    } catch (error) {
      problems2.push(`go list printed something unreadable: ${error.message}`);
    }
  }
  return { packages, problems: problems2 };
}
function toListed(raw) {
  const kinds = [
    raw.GoFiles,
    raw.CgoFiles,
    raw.IgnoredGoFiles,
    raw.InvalidGoFiles,
    raw.TestGoFiles,
    raw.XTestGoFiles
  ];
  return {
    package: raw.ImportPath,
    dir: raw.Dir ?? "",
    name: raw.Name ?? "",
    standard: raw.Standard ?? false,
    module: raw.Module === void 0 ? null : { path: raw.Module.Path, dir: raw.Module.Dir ?? "" },
    testFiles: raw.TestGoFiles ?? [],
    externalTestFiles: raw.XTestGoFiles ?? [],
    sourceFiles: [...raw.GoFiles ?? [], ...raw.CgoFiles ?? []],
    embedPatterns: [
      ...raw.EmbedPatterns ?? [],
      ...raw.TestEmbedPatterns ?? [],
      ...raw.XTestEmbedPatterns ?? []
    ],
    files: kinds.reduce((sum, list) => sum + (list?.length ?? 0), 0),
    error: raw.Error?.Err ?? null
  };
}

// src/probe/build.ts
import { createHash, randomBytes as randomBytes2 } from "node:crypto";
import { access as access2, mkdir as mkdir2, readFile as readFile5, readdir as readdir7, rename as rename5, rm as rm9 } from "node:fs/promises";
import { join as join17 } from "node:path";
var commands = ["shim", "keeper", "declared", "overlayvet"];
async function buildProbe(sources, go) {
  const key = await hashSources(sources.directory, go);
  const bin = join17(go.gocache, "crash-guard", "bin", key);
  const path2 = (name2) => join17(bin, `${name2}${go.exe}`);
  const probe = {
    shim: path2("shim"),
    keeper: path2("keeper"),
    declared: path2("declared"),
    overlayvet: path2("overlayvet")
  };
  if (await allExist(Object.values(probe))) return probe;
  const temporary = `${bin}.${randomBytes2(4).toString("hex")}.tmp`;
  await mkdir2(temporary, { recursive: true });
  const packages = commands.map((name2) => `./${name2}`);
  const args = ["build", "-trimpath", "-buildvcs=false", "-o", `${temporary}/`, ...packages];
  const env = {
    ...sources.env,
    CGO_ENABLED: "0",
    GOFLAGS: "",
    GOWORK: "off",
    GO111MODULE: "on",
    GOOS: go.hostOs,
    GOARCH: go.hostArch,
    GOEXPERIMENT: ""
  };
  const built = await sources.run("go", args, { cwd: sources.directory, env });
  if (built.kind !== "exited" || built.code !== 0) {
    await rm9(temporary, { recursive: true, force: true });
    const result = uninterrupted("building the probe", built);
    throw new Error(`the probe could not be built with ${go.version}: ${describeFailure2(result)}`);
  }
  await publish(temporary, bin);
  if (!await allExist(Object.values(probe)))
    throw new Error(`the probe was built but is not in ${bin}`);
  return probe;
}
async function publish(temporary, bin) {
  try {
    await rename5(temporary, bin);
  } catch {
    if (await allExist(commands.map((name2) => join17(bin, name2)))) {
      await rm9(temporary, { recursive: true, force: true });
      return;
    }
    await rm9(bin, { recursive: true, force: true });
    await rename5(temporary, bin);
  }
}
async function allExist(paths) {
  const found = await Promise.all(
    paths.map(
      (path2) => access2(path2).then(
        () => true,
        () => false
      )
    )
  );
  return found.every(Boolean);
}
async function hashSources(directory, go) {
  const hash = createHash("sha256").update(`${go.version} ${go.hostOs}/${go.hostArch}
`);
  const files = (await goFiles(directory)).filter((file) => !/^(?:audit|callers)\//.test(file));
  for (const file of files) {
    hash.update(`${file}
`).update(await readFile5(join17(directory, file)));
  }
  return hash.digest("hex").slice(0, 20);
}
async function goFiles(directory) {
  const entries = await readdir7(directory, { recursive: true });
  return entries.map((entry2) => entry2.replaceAll("\\", "/")).filter((entry2) => entry2 === "go.mod" || entry2.endsWith(".go") && !entry2.endsWith("_test.go")).sort();
}

// src/probe/inject.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile as readFile6, writeFile as writeFile6, mkdir as mkdir3, access as access3, constants as constants7 } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join as join18 } from "node:path";
var agentFolder = join18(".crash-guard", "agent");
async function makeOverlay(request) {
  const agent2 = await readAgent(request.probeDirectory);
  const replace = { ...request.userOverlay };
  const generated = /* @__PURE__ */ new Map();
  const generate = async (name2, content) => {
    const path2 = join18(request.scratch, name2);
    if (generated.get(name2) !== content) await writeFile6(path2, content);
    generated.set(name2, content);
    return path2;
  };
  await mkdir3(request.scratch, { recursive: true });
  for (const planned of request.packages) {
    if (planned.injection === "none") continue;
    const main = planned.testMain ? "import" : "main";
    if (planned.injection === "module") {
      const { moduleDir, modulePath: modulePath2 } = planned;
      if (moduleDir === null || modulePath2 === null) continue;
      for (const { name: name2, path: path2 } of agent2) replace[join18(moduleDir, agentFolder, name2)] = path2;
      const content = importFile(planned, `${modulePath2}/.crash-guard/agent`);
      const file = `${main}-${planned.clause}-${createHash2("sha256").update(modulePath2).digest("hex").slice(0, 12)}.go`;
      replace[freeName(planned.dir, "")] = await generate(file, content);
    } else {
      for (const { name: name2, text: text4 } of agent2) {
        const content = text4.replace(/^package agent$/m, `package ${planned.clause}`);
        const base = name2.replace(/\.go$/, "");
        replace[freeName(planned.dir, `_${base}`)] = await generate(
          `external-${planned.clause}-${name2}`,
          content
        );
      }
      if (!planned.testMain) {
        replace[freeName(planned.dir, "_main")] = await generate(
          `external-${planned.clause}-testmain.go`,
          externalMainFile(planned)
        );
      }
    }
  }
  return replace;
}
async function hostAgent(moduleDir) {
  try {
    await mkdir3(join18(moduleDir, agentFolder), { recursive: true });
    await access3(join18(moduleDir, agentFolder), constants7.W_OK);
    await writeFile6(join18(moduleDir, ".crash-guard", ".gitignore"), "*\n");
    return true;
  } catch {
    return false;
  }
}
function importFile(planned, agentPath) {
  if (planned.testMain) return `package ${planned.clause}

import _ "${agentPath}"
`;
  return `package ${planned.clause}

import (
	crashGuardOS "os"
	crashGuardTesting "testing"

	crashGuardAgent "${agentPath}"
)

func TestMain(crashGuardM *crashGuardTesting.M) {
	crashGuardOS.Exit(crashGuardAgent.CrashGuardEnd(crashGuardM.Run()))
}
`;
}
function externalMainFile(planned) {
  return `package ${planned.clause}

import (
	crashGuardOS "os"
	crashGuardTesting "testing"
)

func TestMain(crashGuardM *crashGuardTesting.M) {
	crashGuardOS.Exit(CrashGuardEnd(crashGuardM.Run()))
}
`;
}
function freeName(dir, name2) {
  for (let i = 0; ; i++) {
    const path2 = join18(dir, `zz_crash_guard${i === 0 ? "" : String(i)}${name2}_test.go`);
    if (!existsSync(path2)) return path2;
  }
}
async function readAgent(probeDirectory) {
  const files = (await goFiles(probeDirectory)).filter((file) => file.startsWith("agent/"));
  return Promise.all(
    files.map(async (file) => {
      const path2 = join18(probeDirectory, file);
      return { name: file.slice("agent/".length), path: path2, text: await readFile6(path2, "utf8") };
    })
  );
}

// src/run/declared.ts
import { join as join19 } from "node:path";
var answerSchema = object({
  packages: array(
    object({
      package: string2(),
      testMain: boolean2(),
      quiet: boolean2(),
      tests: nullable(
        array(
          object({
            name: string2(),
            kind: _enum(["test", "fuzz", "example"]),
            file: string2(),
            line: int()
          })
        )
      )
    })
  )
});
async function declaredTests(request) {
  const { run: runFlag, skip } = request.leg.goTestFlags;
  const packages = request.packages.map((listed) => {
    const file = (base) => {
      const name2 = join19(listed.dir, base);
      return { name: name2, content: request.overlay[name2] ?? name2 };
    };
    return {
      package: listed.package,
      files: [...listed.testFiles, ...listed.externalTestFiles].map(file),
      sources: listed.sourceFiles.map(file)
    };
  });
  const input = JSON.stringify({ run: runFlag, skip, packages });
  const result = uninterrupted(
    "listing the declared tests",
    await request.run(request.program, [], {
      cwd: request.directory,
      env: request.env,
      input
    })
  );
  if (result.kind !== "exited")
    throw new Error(`the list of declared tests ${describeFailure2(result)}`);
  const answer = JSON.parse(result.stdout);
  const refusal2 = object({ error: string2() }).safeParse(answer);
  if (refusal2.success) {
    const fix = "use the syntax of Go regular expressions (regexp/syntax)";
    throw new InputError([{ where: "go-test-flags", what: refusal2.data.error, fix }]);
  }
  return answerSchema.parse(answer).packages.map(({ tests: tests2, testMain, quiet }) => ({
    tests: tests2 ?? [],
    testMain,
    quiet
  }));
}

// src/run/plan-legs.ts
async function planLegs(settings, ports) {
  const base = await inspectGo(ports.run, settings.directory, ports.env);
  const probe = buildProbe(
    { directory: ports.probeDirectory, run: ports.run, env: ports.env },
    base
  );
  probe.catch(() => void 0);
  return Promise.all(settings.legs.map((leg) => planLeg(leg, settings, ports, base, probe)));
}
async function planLeg(requested, settings, ports, base, probe) {
  const env = { ...ports.env, ...requested.env };
  const own2 = Object.keys(requested.env).length > 0;
  const go = own2 ? await inspectGo(ports.run, settings.directory, env) : base;
  const leg = withForeignExec(withGoflags(requested, go), go, env);
  refuseUnrunnableRace(leg, go);
  const userOverlay = await readUserOverlay(leg.goTestFlags.overlay, settings.directory);
  const { packages: listed, patterns: patterns2 } = await listPackages(leg, settings, ports.run, env, go);
  checkListed(listed, patterns2, settings.sources["packages"] ?? "packages");
  const { declared: program } = await probe;
  const { run } = ports;
  const request = {
    program,
    run,
    env: ports.env,
    directory: settings.directory,
    leg,
    packages: listed,
    overlay: userOverlay
  };
  const declared2 = await declaredTests(request);
  const hosts = /* @__PURE__ */ new Map();
  for (const moduleDir of new Set(
    listed.flatMap(({ module: module2 }) => module2 === null ? [] : [module2.dir])
  )) {
    hosts.set(moduleDir, moduleDir !== "" && await hostAgent(moduleDir));
  }
  const rules4 = {
    gomodcache: go.gomodcache,
    coverpkg: leg.goTestFlags.coverpkg,
    canHostAgent: (moduleDir) => hosts.get(moduleDir) ?? false,
    isEmbedded: embeddings(listed)
  };
  const packages = listed.map(
    (item, i) => planPackage(item, declared2[i] ?? { tests: [], testMain: false, quiet: false }, rules4)
  );
  return { leg, go, probe: await probe, env, patterns: patterns2, packages, userOverlay };
}
function withGoflags(leg, go) {
  const split = splitQuotedWords(go.goflags);
  if ("problem" in split || split.words.length === 0) return leg;
  const { flags: from } = parseGoTestFlags(split.words, "GOFLAGS");
  const own2 = leg.goTestFlags;
  return {
    ...leg,
    goTestFlags: {
      ...own2,
      exec: own2.exec.length > 0 ? own2.exec : from.exec,
      toolexec: own2.toolexec.length > 0 ? own2.toolexec : from.toolexec,
      overlay: own2.overlay ?? from.overlay,
      verbose: own2.verbose || from.verbose,
      run: own2.run === "" ? from.run : own2.run,
      skip: own2.skip === "" ? from.skip : own2.skip,
      failfast: own2.failfast || from.failfast,
      count: own2.count ?? from.count,
      cpu: own2.cpu ?? from.cpu,
      coverpkg: own2.coverpkg || from.coverpkg
    }
  };
}
function withForeignExec(leg, go, env) {
  if (leg.goTestFlags.exec.length > 0) return leg;
  return { ...leg, goTestFlags: { ...leg.goTestFlags, exec: foreignExec(go, env["PATH"] ?? "") } };
}
function refuseUnrunnableRace(leg, go) {
  if (!leg.race || go.cgo || go.goos === "darwin") return;
  throw new InputError([
    {
      where: `leg ${leg.name}`,
      what: "the race detector needs cgo, and cgo is off (CGO_ENABLED=0, or no C compiler in PATH)",
      fix: "install a C compiler (for example: apt-get install gcc libc6-dev) or leave the leg out: --legs memory"
    }
  ]);
}
async function listPackages(leg, settings, run, env, go) {
  const flags = [...leg.goTestFlags.planWords, ...leg.race ? ["-race"] : []];
  const overlay = leg.goTestFlags.overlay === null ? [] : [`-overlay=${leg.goTestFlags.overlay}`];
  const patterns2 = await choosePatterns(settings, run, env, go);
  const args = ["list", "-e", `-json=${listFields}`, ...flags, ...overlay, "--", ...patterns2];
  const result = uninterrupted("go list", await run("go", args, { cwd: settings.directory, env }));
  if (result.kind !== "exited" || result.code !== 0) {
    const fix = 'make "go list ./..." succeed in that folder first';
    throw new InputError([
      { where: `go list (in ${settings.directory})`, what: describeFailure2(result), fix }
    ]);
  }
  return { packages: parseGoList(result.stdout).packages, patterns: patterns2 };
}
async function choosePatterns(settings, run, env, go) {
  if (go.gomod === "" && go.gowork === "" && !isBelowGoroot(settings.directory, go)) {
    throw new InputError([
      {
        where: "--dir",
        what: `${settings.directory} is in no Go module (no go.mod there or above)`,
        fix: `name the module's folder with --dir (input: working-directory), or run "go mod init"`
      }
    ]);
  }
  const wholeTree = settings.packages.length === 1 && settings.packages[0] === "./...";
  if (!wholeTree || go.gowork === "" || dirname3(go.gowork) !== settings.directory)
    return settings.packages;
  const result = await run("go", ["work", "edit", "-json"], { cwd: settings.directory, env });
  if (result.kind !== "exited" || result.code !== 0) return settings.packages;
  const work = object({ Use: nullish2(array(object({ DiskPath: string2() }))) }).safeParse(JSON.parse(result.stdout));
  const modules = work.success ? work.data.Use ?? [] : [];
  return modules.length === 0 ? settings.packages : modules.map(({ DiskPath }) => everythingBelow(DiskPath, settings.directory));
}
function isBelowGoroot(directory, go) {
  return directory.startsWith(join20(go.goroot, "src"));
}
function everythingBelow(modulePath2, directory) {
  const path2 = isAbsolute(modulePath2) ? relative3(directory, modulePath2) : modulePath2;
  const clean = path2.replace(/^\.\//, "").replace(/\/$/, "");
  if (clean === "" || clean === ".") return "./...";
  return clean.startsWith("..") ? `${clean}/...` : `./${clean}/...`;
}
async function readUserOverlay(overlay, directory) {
  if (overlay === null) return {};
  const path2 = resolve3(directory, overlay);
  try {
    const schema = object({ Replace: record(string2(), string2()) });
    const { Replace } = schema.parse(JSON.parse(await readFile7(path2, "utf8")));
    const entries = Object.entries(Replace);
    return Object.fromEntries(
      entries.map(([from, to]) => [
        resolve3(directory, from),
        to === "" ? "" : resolve3(directory, to)
      ])
    );
  } catch (error) {
    throw new InputError([
      {
        where: "-overlay",
        what: `${path2}: ${error.message}`,
        fix: 'give a JSON file as "go help build" describes it'
      }
    ]);
  }
}
function recordStore(plan) {
  return join20(plan.go.gocache, "crash-guard", "records");
}

// src/run/shim-file.ts
function dumpsCores({ race, goTestFlags }) {
  return !race && !goTestFlags.words.some((word2) => /^--?[am]san(?:=true)?$/.test(word2));
}
function shimFile(request) {
  const { plan, out, run, snapshot, cores, diagnose: diagnose2 } = request;
  const { leg } = plan;
  const plain4 = diagnose2 === "";
  const dumps = cores.enabled && dumpsCores(leg);
  return {
    schema: 1,
    run,
    leg: leg.name,
    store: plain4 ? recordStore(plan) : "",
    testLog: plain4 && leg.goTestFlags.exec.length === 0,
    heapProfile: plain4 && leg.heapProfile,
    memProfileRate,
    guard: goTestFiles.guard(request.folder),
    agentSettings: {
      snapshotAtPercent: snapshot.atPercent ?? 0,
      ceilingBytes: request.usableBytes ?? 0,
      goroutines: snapshot.goroutines ?? 0,
      requests: snapshot.testTimeMs !== null || snapshot.noProgressMs !== null,
      core: dumps
    },
    core: { enabled: dumps, pattern: cores.pattern },
    diagnose: diagnose2,
    fallbackDir: layout.strayPackages(out, leg.name),
    packages: Object.fromEntries(
      plan.packages.map((item) => [
        item.dir,
        {
          package: item.package,
          dir: layout.package(out, leg.name, item.package),
          agent: agentMode(item)
        }
      ])
    )
  };
}
function agentMode(planned) {
  if (planned.injection === "none") return "";
  return planned.quiet ? "quiet" : "sample";
}

// src/run/cores.ts
async function prepareCores(settings, checked, run, ports) {
  const { out, coreDumps, directory } = settings;
  const { machine } = checked;
  const wanted = (coreDumps === "required" || coreDumps === "auto" && machine.ci) && settings.legs.some(dumpsCores);
  const arranged = wanted ? await arrange(out, checked, ports.cleanUp) : nothing;
  const { order, diversion, coredumpctl, unavailable } = arranged;
  if (unavailable !== null && coreDumps === "required")
    throw refusal(unavailable, settings.sources["core-dumps"] ?? "core-dumps");
  const ledger = { ...emptyLedger, unavailable, problems: [] };
  if (wanted) await writeCoreLedger(out, ledger);
  const { run: command, env, stop } = ports;
  const dlv = machine.helpers.dlv !== null;
  const reader = coreReader(
    { out, run, directory },
    { run: command, env, stop, coredumpctl, dlv: dlv && order.enabled }
  );
  return {
    order,
    async afterLeg(plan) {
      ledger.problems.push(...await reader.afterLeg(plan));
    },
    async finish(cancelled) {
      if (diversion !== null) ledger.pattern = await restoreAfterRun(out, diversion, ports.cleanUp);
      await tidy(out, ledger, cancelled ? null : choosePacker(machine.helpers.zstd));
    }
  };
}
function cleanUpPorts(env) {
  const run = commandRunner(new AbortController().signal);
  return { run, env, patternFile: kernelPatternFile };
}
async function restoreCorePattern(out, env) {
  const diversion = await readDiversion(out);
  if (diversion === null || await isActive(out)) return;
  const ledger = await readCoreLedger(out);
  const pattern2 = await restoreAfterRun(out, diversion, cleanUpPorts(env));
  await writeCoreLedger(out, { ...ledger, pattern: pattern2 });
}
async function finishCores(out, env) {
  if (await readMarker(out) === null || await isActive(out)) return;
  await restoreCorePattern(out, env);
  const zstd = await findProgram("zstd", env["PATH"] ?? "", hostFiles());
  await tidy(out, await readCoreLedger(out), choosePacker(zstd));
}
async function tidy(out, ledger, packer) {
  const { kept, problems: problems2 } = await packCores(out, packer);
  await pruneBinaries(out);
  const found = { ...ledger, kept, problems: [...ledger.problems, ...problems2] };
  const nothingToSay = found.unavailable === null && found.pattern.length === 0;
  if (nothingToSay && kept.length === 0 && found.problems.length === 0) return;
  await writeCoreLedger(out, found);
}
var off = { enabled: false, pattern: "" };
var nothing = { order: off, diversion: null, coredumpctl: false, unavailable: null };
async function arrange(out, { machine }, ports) {
  const { cores, helpers, ci } = machine;
  const none2 = (unavailable) => ({ ...nothing, unavailable });
  if (cores === null) return none2("this system has no cores that can be collected");
  if (machine.rlimits.core?.hard === 0)
    return none2("the hard limit on the size of a core is 0 (ulimit -Hc)");
  const { target } = cores;
  if (target.kind === "file")
    return { ...nothing, order: { enabled: true, pattern: target.pattern } };
  const original = target.kind === "none" ? "" : target.pattern;
  const diverted = mayDivert(cores, ci, machine.sudo) ? await divertForRun(out, original, ports) : { problem: "only root may change it" };
  if ("own" in diverted)
    return { ...nothing, order: { enabled: true, pattern: diverted.own }, diversion: diverted };
  const journal = target.kind === "pipe" && target.handler === "systemd-coredump";
  if (journal && helpers.coredumpctl !== null)
    return { ...nothing, order: { enabled: true, pattern: target.pattern }, coredumpctl: true };
  const goes = original === "" ? "is empty" : `hands cores on (${original})`;
  return none2(`kernel.core_pattern ${goes}, and ${diverted.problem}`);
}
function mayDivert({ writable }, ci, sudo) {
  return writable || ci && sudo !== false;
}
function refusal(what, where) {
  return new InputError([
    {
      where,
      what: `cores are required and cannot be kept: ${what}`,
      fix: "have cores written to a file, as root: sysctl -w kernel.core_pattern=core.%p; or use core-dumps: auto"
    }
  ]);
}

// src/run/run-plan.ts
import { readFile as readFile8 } from "node:fs/promises";
async function writeRunPlan(out, plan) {
  await writeAtomically(layout.plan(out), `${JSON.stringify(plan)}
`);
}
async function readRunPlan(out) {
  try {
    const plan = JSON.parse(await readFile8(layout.plan(out), "utf8"));
    return plan.schema === 1 && Array.isArray(plan.legs) ? plan : null;
  } catch {
    return null;
  }
}

// src/version.ts
var version2 = "0.1.0";

// src/guard.ts
import { availableParallelism, totalmem as totalmem2 } from "node:os";

// src/bundle/environment.ts
var shareableNames = [
  ...["CGO_ENABLED", "GO111MODULE", "GOARCH", "GODEBUG", "GOEXPERIMENT", "GOFIPS140", "GOGC"],
  ...["GOMAXPROCS", "GOMEMLIMIT", "GOOS", "GORACE", "GOTOOLCHAIN", "GOTRACEBACK"],
  ...[
    "GO386",
    "GOAMD64",
    "GOARM",
    "GOARM64",
    "GOMIPS",
    "GOMIPS64",
    "GOPPC64",
    "GORISCV64",
    "GOWASM"
  ],
  ...["LANG", "LANGUAGE", "LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_MESSAGES", "LC_NUMERIC"],
  ...["LC_TIME", "TZ"]
];
var maxValueChars2 = 4096;
function shareable(env) {
  return Object.fromEntries(
    shareableNames.flatMap((name2) => {
      const value = env[name2];
      return value === void 0 || value.length > maxValueChars2 ? [] : [[name2, value]];
    })
  );
}
var secretName = /token|secret|passw|passphrase|key|credential|auth|private/i;
var minSecretChars = 6;
var hidden = "REDACTED";
function withoutSecrets(words4, env) {
  const secrets = Object.entries(env).filter(([name2, value]) => secretName.test(name2) && (value?.length ?? 0) >= minSecretChars).map(([, value]) => value ?? "").sort((a, b) => b.length - a.length);
  return words4.map(
    (word2) => secrets.reduce((text4, secret) => text4.replaceAll(secret, hidden), word2)
  );
}

// src/run/assemble-package.ts
import { relative as relative5 } from "node:path";

// src/cause/usage-facts.ts
function limitOf(facts, name2) {
  const before = facts.start?.limits[name2];
  const after = facts.death?.limits?.[name2];
  return {
    soft: tighter(before?.soft ?? null, after?.soft ?? null),
    hard: tighter(before?.hard ?? null, after?.hard ?? null)
  };
}
function tighter(a, b) {
  return a === null || b === null ? a ?? b : Math.min(a, b);
}
function cpuMs(facts) {
  const { end } = facts;
  if (end?.userCpuMs === void 0 || end.systemCpuMs === void 0) return null;
  return end.userCpuMs + end.systemCpuMs;
}
function refusals(facts) {
  const change = facts.death?.pids ?? null;
  return (change?.before ?? []).flatMap((before) => {
    const after = change?.after.find(({ path: path2 }) => path2 === before.path);
    const count3 = growth(before.refused, after?.refused ?? null) ?? 0;
    return count3 > 0 ? [{ path: before.path, limit: after?.limit ?? before.limit, count: count3 }] : [];
  });
}

// src/cause/kernel-log.ts
var decision = /oom-kill:constraint=CONSTRAINT_(?<constraint>[A-Z_]{1,40}),.{0,300}?,task=(?<name>.{0,16}?),pid=(?<pid>\d{1,9}),/;
var oomGroupPattern = /,oom_memcg=(?<group>[^,]{1,300}),/;
var taskGroupPattern = /,task_memcg=(?<group>[^,]{1,300}),/;
var killed = /(?<scope>Memory cgroup out of memory|Out of memory): Killed process (?<pid>\d{1,9}) \((?<name>.{0,16}?)\)/i;
function kernelKills(lines) {
  const found = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const match = decision.exec(line) ?? killed.exec(line);
    if (match?.groups === void 0) continue;
    const { name: name2 = "", constraint, scope } = match.groups;
    const pid = Number(match.groups["pid"]);
    const before = found.get(pid);
    found.set(pid, {
      pid,
      name: name2,
      constraint: before?.constraint ?? constraintOf(constraint, scope),
      oomGroup: before?.oomGroup ?? oomGroupPattern.exec(line)?.groups?.["group"] ?? null,
      taskGroup: before?.taskGroup ?? taskGroupPattern.exec(line)?.groups?.["group"] ?? null,
      lines: [...before?.lines ?? [], line].slice(0, 4)
    });
  }
  return [...found.values()];
}
function constraintOf(constraint, scope) {
  if (constraint !== void 0) return constraint === "MEMCG" ? "memcg" : "none";
  return scope?.toLowerCase().startsWith("memory cgroup") === true ? "memcg" : "none";
}

// src/cause/exit-status.ts
var signalNumbers = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  4: "SIGILL",
  5: "SIGTRAP",
  6: "SIGABRT",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  14: "SIGALRM",
  15: "SIGTERM"
};
var ntStatus = {
  1073807364: "DBG_TERMINATE_PROCESS",
  2147483651: "STATUS_BREAKPOINT",
  3221225477: "STATUS_ACCESS_VIOLATION",
  3221225495: "STATUS_NO_MEMORY",
  3221225501: "STATUS_ILLEGAL_INSTRUCTION",
  3221225620: "STATUS_INTEGER_DIVIDE_BY_ZERO",
  3221225725: "STATUS_STACK_OVERFLOW",
  3221225773: "STATUS_COMMITMENT_LIMIT",
  3221225781: "STATUS_DLL_NOT_FOUND",
  3221225786: "STATUS_CONTROL_C_EXIT",
  3221225794: "STATUS_DLL_INIT_FAILED",
  3221226356: "STATUS_HEAP_CORRUPTION",
  3221226505: "STATUS_STACK_BUFFER_OVERRUN"
};
var ownCodes = {
  2: "the code of a Go panic, throw or signal dump, when its text is there",
  66: "the code of ThreadSanitizer, the race detector"
};
function describeExitCode(code) {
  const unsigned = code >>> 0;
  const status = ntStatus[unsigned];
  if (status !== void 0) return `0x${unsigned.toString(16).toUpperCase()} ${status}`;
  const own2 = ownCodes[code];
  if (own2 !== void 0) return own2;
  const signal5 = code > 128 && code < 160 ? signalNumbers[code - 128] : void 0;
  if (signal5 !== void 0)
    return `${String(code)} is 128 + ${String(code - 128)}: how a shell reports a child that ${signal5} ended; this process itself was not ended by a signal`;
  if (code === 255) return "also exit(-1); it names no cause";
  return null;
}
function ntStatusName(code) {
  return code === null ? null : ntStatus[code >>> 0] ?? null;
}
function waitStatus(facts) {
  const { end } = facts;
  if (end === null) return [];
  if (end.signal !== null) {
    const core = end.coreDumped ? ", core dumped" : "";
    return [{ source: "wait status", detail: `ended by ${end.signal}${core}` }];
  }
  if (end.exitCode === null) return [];
  const meaning = describeExitCode(end.exitCode);
  const detail = `exit code ${String(end.exitCode)}${meaning === null ? "" : ` (${meaning})`}`;
  return [{ source: "wait status", detail }];
}

// src/cause/memory.ts
var memoryRules = [
  { id: "oom-guard", find: killedByWatcher },
  { id: "oom-cgroup", find: (facts) => oom(facts, "cgroup") },
  { id: "oom-host", find: (facts) => oom(facts, "host") }
];
function killedByWatcher(facts) {
  const kill = facts.watcherKill;
  if (kill === null || facts.build !== null) return null;
  const self = kill.pid === facts.start?.pid;
  const who = self ? "the test process" : `${kill.name}, which the tests had started,`;
  const ceiling2 = kill.ceilingBytes ?? facts.guard?.ceilingBytes ?? null;
  const limit2 = ceiling2 === null ? "the ceiling" : `the ceiling of ${formatBytes(ceiling2)}`;
  const occasion = struckEarly(kill) ? "because the machine was running out of memory" : `when the run reached ${limit2}`;
  return {
    confidence: "confirmed",
    summary: `the guard stopped ${who} ${occasion}: it held ${formatBytes(kill.rssBytes)}`,
    evidence: [
      {
        source: "guard",
        detail: `watcher killed pid ${String(kill.pid)} (${kill.name}) at ${kill.at}: ${formatBytes(kill.rssBytes)} of ${formatBytes(kill.treeBytes)} that the run held in all`
      },
      ...waitStatus(facts)
    ],
    ...topAllocator(facts)
  };
}
function struckEarly({ treeBytes, ceilingBytes }) {
  return ceilingBytes !== null && treeBytes < 0.9 * ceilingBytes;
}
function topAllocator({ blackBox: blackBox2 }) {
  const caller = mainHolder(blackBox2)?.caller ?? null;
  return caller === null || caller.file.startsWith("/") ? {} : { position: caller };
}
function mainHolder(blackBox2) {
  const [top] = blackBox2?.functions ?? [];
  if (blackBox2 === null || top === void 0) return null;
  return top.bytes >= 0.1 * (blackBox2.rssBytes ?? 0) ? top : null;
}
function oomFacts(facts) {
  const { death, start } = facts;
  const levels = memoryGrowth(death?.memory ?? facts.guardEnd);
  const log = death === null ? facts.guardEnd?.kernelLog ?? null : death.kernelLog;
  const kills = kernelKills(log?.lines ?? []);
  const inGroup = kills.filter(
    ({ taskGroup }) => start?.cgroup?.own === true && taskGroup?.endsWith(start.cgroup.path) === true
  );
  const own2 = facts.kernelPids ? kills.find(({ pid }) => pid === start?.pid) ?? null : null;
  const logIsComplete = log !== null && log.source !== "" && (log.source !== "kmsg" || log.problem === "");
  const kill = own2 ?? inGroup[0] ?? null;
  const vmstat = (death ?? facts.guardEnd)?.vmstatOomKill ?? null;
  return {
    levels,
    own: start?.cgroup?.own ?? false,
    kill,
    self: own2 !== null || kill !== null && !facts.kernelPids,
    others: facts.kernelPids && logIsComplete && own2 === null && kills.length > 0,
    logIsComplete,
    machine: vmstat === null ? null : growth(vmstat.before, vmstat.after)
  };
}
function oom(facts, where) {
  const known = oomFacts(facts);
  const killed3 = facts.end?.signal === "SIGKILL";
  const inner = known.levels[0];
  const counted = (inner?.oomKill ?? 0) > 0;
  const named3 = known.kill !== null;
  if (!counted && !named3 && !(where === "host" && machineAlone(facts, known))) return null;
  if (killed3) {
    if (known.others || counted && !named3 && !known.own && known.logIsComplete) return null;
  } else if (!counted || !(known.own || saysKilled(facts))) return null;
  const place5 = placeOf(facts, known);
  if (place5.where !== where) return null;
  const certain = place5.proven && (known.self || known.own && isVictim(facts, inner));
  const level = limitingLevel(known);
  return {
    confidence: certain && killed3 ? "confirmed" : "consistent",
    summary: summarise(facts, where, level, killed3 && certain),
    evidence: [...waitStatus(facts), ...counters(known), ...logLines(facts, known)],
    ...topAllocator(facts)
  };
}
function saysKilled({ failureWords }) {
  return failureWords.some((words4) => words4.includes("signal: killed"));
}
function placeOf(facts, known) {
  const constraint = known.kill?.constraint ?? null;
  if (constraint !== null)
    return { where: constraint === "memcg" ? "cgroup" : "host", proven: true };
  const events = known.levels.filter(({ oom: oom2 }) => oom2 !== null);
  const full = events.find(({ oom: oom2 }) => (oom2 ?? 0) > 0);
  if (full !== void 0)
    return { where: "cgroup", proven: full === events[0] || isOurCeiling(facts, full) };
  if (events.length > 0) return { where: "host", proven: true };
  return { where: limitingLevel(known) === null ? "host" : "cgroup", proven: false };
}
function machineAlone(facts, known) {
  if ((known.machine ?? 0) === 0 || known.levels.length > 0 || known.logIsComplete) return false;
  return (facts.end?.maxRssBytes ?? 0) > 4 * (facts.death?.memAvailableBytes ?? 0);
}
function isVictim(facts, inner) {
  const peak = inner?.peakBytes ?? limitingLevel(oomFacts(facts))?.limitBytes ?? null;
  return peak !== null && (facts.end?.maxRssBytes ?? 0) * 2 >= peak;
}
function limitingLevel(known) {
  const byLog = known.kill?.oomGroup ?? null;
  const named3 = byLog === null ? void 0 : known.levels.find(({ path: path2 }) => path2 === byLog);
  if (named3 !== void 0 && named3.limitBytes !== null) return named3;
  const limited = known.levels.filter(({ limitBytes }) => limitBytes !== null);
  const hit = limited.find(({ oom: oom2, limitHits }) => (oom2 ?? limitHits ?? 0) > 0);
  if (hit !== void 0) return hit;
  return limited.find(
    ({ limitBytes, peakBytes }) => (peakBytes ?? 0) >= 0.97 * (limitBytes ?? Infinity)
  ) ?? null;
}
function summarise(facts, where, level, self) {
  const who = self ? "the kernel's OOM killer ended the test process" : facts.start?.cgroup?.own === true ? "the kernel's OOM killer ended a process of this test" : "the kernel's OOM killer ended a process of the group that this test ran in";
  const held = facts.end === null || facts.end.maxRssBytes === 0 ? "" : `; the test process had held ${formatBytes(facts.end.maxRssBytes)}`;
  if (where === "host") return `${who} because the whole machine ran out of memory${held}`;
  if (level === null || level.limitBytes === null)
    return `${who} at the limit of a control group${held}`;
  const limit2 = formatBytes(level.limitBytes);
  return isOurCeiling(facts, level) ? `${who} at the ceiling of ${limit2} (memory-limit)${held}` : `${who} at the limit of ${limit2} of the control group ${level.path}${held}`;
}
function isOurCeiling(facts, level) {
  const dir = facts.guard?.memoryDir ?? "";
  return dir !== "" && level.path !== "/" && dir.endsWith(level.path);
}
function* counters(known) {
  for (const [depth2, { path: path2, oomKill, limitBytes, peakBytes }] of known.levels.entries()) {
    if (depth2 > 0 && limitBytes === null && (oomKill ?? 0) === 0) continue;
    const limit2 = limitBytes === null ? "no limit" : `limit ${formatBytes(limitBytes)}`;
    const peak = peakBytes === null ? "" : `, peak ${formatBytes(peakBytes)}`;
    const kills = oomKill === null ? "" : `, oom_kill +${String(oomKill)}`;
    yield { source: "cgroup", detail: `${path2}: ${limit2}${peak}${kills}` };
  }
  if (known.machine !== null)
    yield { source: "vmstat", detail: `oom_kill +${String(known.machine)} on the whole machine` };
}
function* logLines(facts, known) {
  const log = facts.death?.kernelLog ?? null;
  if (log === null) return;
  if (log.source === "") yield { source: "kernel log", detail: `not readable: ${log.problem}` };
  const { kill } = known;
  if (kill !== null)
    for (const line of kill.lines) yield { source: `kernel log (${log.source})`, detail: line };
}

// src/cause/advice.ts
function advice(id, facts) {
  return table2[id](facts).filter((line) => line !== "");
}
var table2 = {
  "oom-cgroup": memorySteps,
  "oom-guard": memorySteps,
  "oom-host": (facts) => [
    ...memorySteps(facts),
    facts.guard === null || facts.guard.tier === "none" ? "set memory-limit, so that the test is stopped before the machine runs out" : ""
  ],
  "go-out-of-memory": memorySteps,
  "address-space-limit": (facts) => [
    `raise or drop the limit of address space (ulimit -v; now ${bytes2(limitOf(facts, "as").soft ?? limitOf(facts, "data").soft)}): Go reserves far more than it uses`,
    facts.race ? "the race detector reserves terabytes of address space: it cannot run under such a limit" : ""
  ],
  "fd-limit": (facts) => [
    "look for files, connections and response bodies that are not closed",
    `else raise the limit: ulimit -n (now ${String(limitOf(facts, "nofile").soft ?? "not known")})`
  ],
  "thread-limit": () => [
    "look for goroutines blocked in system calls or cgo: each holds a thread",
    "else raise pids.max of the container, or ulimit -u, or run fewer packages at once: go-test-flags: -p 1"
  ],
  "file-size-limit": (facts) => [
    `raise the limit: ulimit -f (now ${bytes2(limitOf(facts, "fsize").soft)})`
  ],
  "cpu-limit": (facts) => [
    `raise the limit: ulimit -t (now ${String(limitOf(facts, "cpu").hard ?? limitOf(facts, "cpu").soft ?? "?")} s)`
  ],
  "stack-limit": () => ["bound the recursion in the C code, or raise ulimit -s"],
  "memlock-limit": (facts) => [
    `raise the limit: ulimit -l (now ${bytes2(limitOf(facts, "memlock").soft)})`
  ],
  "disk-full": (facts) => [
    `make room: ${spaceLeft(facts)}`,
    "GOTMPDIR and TMPDIR can point to a larger disk"
  ],
  killed: () => [
    "look for what kills processes here: a pkill or a Makefile, a deadline of exec.CommandContext, a container that is torn down, earlyoom or systemd-oomd (journalctl -u earlyoom -u systemd-oomd)"
  ],
  cancelled: () => [
    "somebody, a newer push or timeout-minutes cancelled the job: run it again if it was not meant"
  ],
  "runner-shutdown": () => [
    "run the job again; if it repeats, look at the log of the runner; in a terminal timeout(1) sends the same signal"
  ],
  timeout: ({ tests: tests2 }) => [
    tests2.unfinished.length > 0 ? `look where ${tests2.unfinished[0] ?? ""} waits: the stacks are in crash.txt of the attempt` : "look at the stacks in crash.txt of the attempt",
    "a longer timeout helps only if the tests were still making progress"
  ],
  panic: readStack,
  "init-panic": readStack,
  "fatal-error": readStack,
  "nil-dereference": readStack,
  "concurrent-map": () => [
    "guard the map with a mutex, or use sync.Map; the race leg shows both places"
  ],
  deadlock: () => ["read what each goroutine waits for: crash.txt of the attempt"],
  "stack-overflow": () => ["the repeating frames in crash.txt of the attempt name the recursion"],
  signal: readStack,
  "data-race": () => [
    "both accesses are in the report above: protect them by one mutex, or use a channel"
  ],
  "goroutine-leak": () => [
    "end the goroutine before its test ends: close its channel, cancel its context, wait for it"
  ],
  checkptr: () => ["follow the rules of package unsafe at the named conversion"],
  sanitizer: () => ["the report of the sanitizer, with the stack, is in the output"],
  "test-failure": () => [],
  "os-exit": (facts) => [
    facts.exitTrace === null ? "search the tests, and what they call, for os.Exit" : "return an error there instead of leaving"
  ],
  "log-fatal": () => ["return an error there instead of log.Fatal"],
  "testmain-exit": () => [
    "TestMain must end with the code of m.Run: os.Exit(m.Run()), or nothing at all"
  ],
  "build-failed": () => [],
  "build-killed": (facts) => [
    ...raiseCeiling(facts),
    "build fewer packages at once: go-test-flags: -p 1"
  ],
  "vet-failed": () => [],
  "setup-failed": () => ['make "go build ./..." and "go vet ./..." succeed on a fresh clone first'],
  "exec-failed": (facts) => startSteps(facts),
  "race-runtime-failed": () => [
    "the race detector needs a plain address space: no ulimit -v, and a kernel with fewer random bits (sysctl vm.mmap_rnd_bits=28) for old Go versions"
  ],
  "no-tests": () => ["check the package patterns, -run and build tags"],
  lost: () => [
    "run it again; if it repeats, keep the run folder and look at who ends these processes"
  ],
  unknown: () => ["keep the run folder: it holds everything that was seen"]
};
function memorySteps(facts) {
  const { blackBox: blackBox2, tests: tests2 } = facts;
  const steps = [];
  const top = mainHolder(blackBox2);
  if (top !== null) {
    const where = `${top.caller?.function ?? top.function} (${top.caller?.file ?? top.file}:${String(top.caller?.line ?? top.line)})`;
    steps.push(
      `look at ${where}: it held ${formatBytes(top.bytes)}, ${percent(top.share)} of the Go heap`
    );
  }
  const outside = blackBox2?.outsideGoBytes ?? 0;
  if (blackBox2 !== null && outside > 0.3 * (blackBox2.rssBytes ?? Infinity))
    steps.push(
      facts.race ? `${formatBytes(outside)} were the race detector's own: the memory leg shows what the test itself holds` : `${formatBytes(outside)} were not Go's: look at C code called through cgo, and at mapped files`
    );
  const fit = parallelThatFits(facts);
  if (fit !== null)
    steps.push(
      `run fewer tests at once: ${String(topLevel(tests2.unfinished).size)} were running, -parallel ${String(fit)} should fit, judged by what each held`
    );
  const limit2 = ceiling(facts);
  if (limit2 !== null)
    steps.push(`${steps.length > 0 ? "else " : ""}raise the limit (now ${formatBytes(limit2)})`);
  return steps;
}
function ceiling(facts) {
  const reached = limitingLevel(oomFacts(facts))?.limitBytes ?? null;
  const { watcherKill } = facts;
  return reached ?? (watcherKill === null || struckEarly(watcherKill) ? null : watcherKill.ceilingBytes);
}
function parallelThatFits(facts) {
  const limit2 = ceiling(facts);
  const { blackBox: blackBox2, tests: tests2 } = facts;
  if (limit2 === null || blackBox2 === null || tests2.unfinished.length < 2) return null;
  const running = topLevel(tests2.unfinished);
  const held = blackBox2.tests.filter(({ test }) => running.has(test));
  if (held.length < 2 || blackBox2.rssBytes === null) return null;
  const largest2 = Math.max(...held.map(({ bytes: bytes3 }) => bytes3));
  const inTests = held.reduce((sum, { bytes: bytes3 }) => sum + bytes3, 0);
  const shared2 = Math.max(0, blackBox2.rssBytes - inTests);
  const fit = Math.floor((0.9 * limit2 - shared2) / (2 * largest2));
  return fit >= 1 && fit < running.size ? fit : null;
}
function topLevel(tests2) {
  return new Set(tests2.map((test) => test.split("/")[0] ?? ""));
}
function raiseCeiling({ guard: guard2 }) {
  const bytes3 = guard2?.ceilingBytes ?? null;
  return bytes3 === null ? [] : [`raise memory-limit (now ${formatBytes(bytes3)})`];
}
function readStack() {
  return ["the stack is in crash.txt of the attempt, or in its output"];
}
function startSteps(facts) {
  switch (facts.death?.errno) {
    case "EACCES":
      return ["point GOTMPDIR to a folder on a disk that is not mounted noexec"];
    case "ENOEXEC":
      return ["check GOOS and GOARCH, or give an emulator with -exec"];
    case "ENOENT":
      return ["install the C library that the binary was linked for, or build with CGO_ENABLED=0"];
    default:
      return [];
  }
}
function spaceLeft({ usage }) {
  const parts = [
    usage.tempFreeBytes === null ? "" : `${formatBytes(usage.tempFreeBytes)} were free in the temporary folder`,
    usage.dirFreeBytes === null ? "" : `${formatBytes(usage.dirFreeBytes)} in the package's`
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "no sample says how much was free";
}
function bytes2(value) {
  return value === null ? "not known" : formatBytes(value);
}
function percent(share) {
  return `${(share * 100).toFixed(0)} %`;
}

// src/cause/sayings.ts
var sayings = [
  // runtime/proc.go, newosproc and checkmcount; runtime/cgo/gcc_libinit.c
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /^.{0,2000}program exceeds \d+-thread limit/m,
    detail: "SetMaxThreads",
    sample: "runtime: program exceeds 8-thread limit"
  },
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /runtime: failed to create new OS thread \(have \d+ already; errno=11\)/,
    sample: "runtime: failed to create new OS thread (have 31 already; errno=11)"
  },
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /runtime\/cgo: pthread_create failed: Resource temporarily unavailable/,
    sample: "runtime/cgo: pthread_create failed: Resource temporarily unavailable"
  },
  {
    id: "thread-limit",
    by: "any",
    pattern: /(?:fork\/exec|clone3?|vfork|newosproc|pthread_create|fork)\b.{0,300}[Rr]esource temporarily unavailable/,
    sample: "fork/exec /bin/true: resource temporarily unavailable"
  },
  // syscall.EFBIG, SIGXFSZ
  {
    id: "file-size-limit",
    by: "runtime",
    pattern: /SIGXFSZ: file size limit exceeded/,
    sample: "SIGXFSZ: file size limit exceeded"
  },
  {
    id: "file-size-limit",
    by: "any",
    pattern: /[Ff]ile too large/,
    sample: "write /tmp/x: file too large"
  },
  // runtime/mpagealloc_64bit.go, runtime/malloc.go; sanitizers' ReserveShadowMemoryRange
  {
    id: "address-space-limit",
    by: "runtime",
    pattern: /failed to reserve page summary memory/,
    sample: "fatal error: failed to reserve page summary memory"
  },
  {
    id: "address-space-limit",
    by: "runtime",
    pattern: /ReserveShadowMemoryRange failed|Perhaps you're using ulimit -v/,
    sample: "Perhaps you're using ulimit -v"
  },
  {
    id: "address-space-limit",
    by: "any",
    pattern: /m(?:re)?map\w*\b.{0,200}[Cc]annot allocate memory/,
    sample: "mmap: cannot allocate memory"
  },
  {
    id: "memlock-limit",
    by: "any",
    pattern: /m(?:un)?lock(?:all|2)?\b.{0,200}(?:[Cc]annot allocate memory|[Oo]peration not permitted|ENOMEM|EPERM)/,
    sample: "mlock: cannot allocate memory"
  },
  // runtime/malloc.go, mem_linux.go
  {
    id: "go-out-of-memory",
    by: "runtime",
    pattern: /fatal error: (?:runtime: )?(?:out of memory|cannot allocate memory|pageAlloc: out of memory)/,
    sample: "fatal error: runtime: out of memory"
  },
  {
    id: "go-out-of-memory",
    by: "runtime",
    pattern: /runtime: (?:out of memory|cannot allocate memory)|out of memory allocating heap arena m/,
    sample: "runtime: out of memory: cannot allocate 4194304-byte block (66846720 in use)"
  },
  // syscall.ENOSPC, which inotify_add_watch also returns for its own limit
  {
    id: "disk-full",
    by: "any",
    pattern: /[Nn]o space left on device/,
    not: /inotify|watch/i,
    sample: "write /tmp/x: no space left on device"
  },
  {
    id: "disk-full",
    by: "any",
    pattern: /[Dd]isk quota exceeded/,
    sample: "write /tmp/x: disk quota exceeded"
  },
  // syscall.EMFILE, ENFILE; inotify_init1 returns EMFILE for its own limit
  {
    id: "fd-limit",
    by: "any",
    pattern: /[Tt]oo many open files/,
    not: /inotify|watch/i,
    sample: "open x: too many open files"
  },
  // runtime/race: ThreadSanitizer could not start
  {
    id: "race-runtime-failed",
    by: "runtime",
    pattern: /ThreadSanitizer failed to allocate|FATAL: ThreadSanitizer|ThreadSanitizer: (?:CHECK failed|unexpected memory mapping)/,
    sample: "FATAL: ThreadSanitizer: unexpected memory mapping 0x7f-0x80"
  },
  {
    id: "sanitizer",
    by: "runtime",
    pattern: /==\d+==\s?ERROR: (?:Address|Leak|Memory|UndefinedBehavior)Sanitizer|==\d+==\s?WARNING: MemorySanitizer|^SUMMARY: (?:Address|Leak|Memory)Sanitizer/m,
    sample: "==12==ERROR: AddressSanitizer: heap-use-after-free on address 0x6"
  },
  // runtime/checkptr.go
  {
    id: "checkptr",
    by: "runtime",
    pattern: /fatal error: checkptr: /,
    sample: "fatal error: checkptr: converted pointer straddles multiple allocations"
  },
  // runtime/proc.go checkdead
  {
    id: "deadlock",
    by: "runtime",
    pattern: /fatal error: all goroutines are asleep - deadlock!|fatal error: no goroutines \(main called runtime\.Goexit\) - deadlock!/,
    sample: "fatal error: all goroutines are asleep - deadlock!"
  },
  // testing/synctest, internal/synctest
  {
    id: "goroutine-leak",
    by: "runtime",
    pattern: /panic: deadlock: main bubble goroutine has exited but blocked goroutines remain/,
    sample: "panic: deadlock: main bubble goroutine has exited but blocked goroutines remain"
  },
  {
    id: "deadlock",
    by: "runtime",
    pattern: /panic: deadlock: all goroutines in bubble are blocked/,
    sample: "panic: deadlock: all goroutines in bubble are blocked"
  },
  // internal/runtime/maps, runtime/map.go
  {
    id: "concurrent-map",
    by: "runtime",
    pattern: /fatal error: concurrent map (?:writes|read and map write|iteration and map write)/,
    sample: "fatal error: concurrent map writes"
  },
  // runtime/stack.go newstack
  {
    id: "stack-overflow",
    by: "runtime",
    pattern: /fatal error: stack overflow|runtime: goroutine stack exceeds \d+-byte limit/,
    sample: "runtime: goroutine stack exceeds 1000000000-byte limit"
  },
  // runtime/race reports
  {
    id: "data-race",
    by: "any",
    pattern: /^WARNING: DATA RACE$|^\s{0,20}testing\.go:\d+: race detected during execution of test$/m,
    sample: "WARNING: DATA RACE"
  },
  // go.uber.org/goleak
  {
    id: "goroutine-leak",
    by: "any",
    pattern: /found unexpected goroutines:\s{1,20}\[Goroutine \d+ in state /,
    sample: "found unexpected goroutines:\n[Goroutine 7 in state chan receive, with p.serve on top of the stack:"
  }
];

// src/cause/words.ts
var maxLineChars = 300;
function findWords(facts, id) {
  const wanted = sayings.filter((saying) => saying.id === id);
  const any = wanted.filter(({ by }) => by === "any");
  if (facts.build !== null) return search(wanted, facts.build.text, "go");
  if (panicked(facts)) return searchPanic(wanted, facts.crash.file);
  const own2 = search(wanted, facts.crash.file, "runtime");
  if (own2 !== null) return own2;
  if (endedInOrder(facts)) return search(any, facts.failureWords.join("\n"), "output");
  const fromRuntime = runtimeSpoke(facts) ? search(
    wanted.filter(({ by }) => by === "runtime"),
    facts.output,
    "runtime"
  ) : null;
  return fromRuntime ?? search(wanted, facts.output, "output");
}
function endedInOrder({ ending, tests: tests2 }) {
  return ending === "failed" && tests2.failed > 0;
}
function panicked({ crash }) {
  return crash.file.trimStart().startsWith("panic: ");
}
function searchPanic(wanted, crashFile) {
  const [first = ""] = crashFile.trimStart().split("\n", 1);
  const raised2 = wanted.filter(({ pattern: pattern2 }) => pattern2.source.startsWith("panic: "));
  return search(raised2, first, "runtime") ?? search(
    wanted.filter(({ by }) => by === "any"),
    first,
    "output"
  );
}
function runtimeSpoke({ end, start, crash, timeline, tests: tests2 }) {
  const crashed2 = end?.exitCode === 2 || end?.signal === "SIGABRT";
  if (crashed2 && isThrow(crash.file)) return true;
  const stillborn = start !== null && !crash.fileIsReliable && timeline.samples === 0;
  return stillborn && tests2.passed + tests2.failed + tests2.unfinished.length === 0;
}
function isThrow(crashFile) {
  return crashFile !== "" && !/^(?:panic: |\[signal |SIG[A-Z]+: )/.test(crashFile.trimStart());
}
function search(wanted, text4, from) {
  if (text4 === "") return null;
  for (const { id, pattern: pattern2, not, detail } of wanted) {
    const match = pattern2.exec(text4);
    if (match === null) continue;
    const line = lineAt(text4, match.index);
    if (not?.test(line) === true) continue;
    return {
      id,
      from,
      confidence: from === "output" ? "consistent" : "confirmed",
      evidence: {
        source: { runtime: "runtime", go: "go build", output: "output" }[from],
        detail: line
      },
      detail: detail ?? null,
      line
    };
  }
  return null;
}
function lineAt(text4, index) {
  const start = text4.lastIndexOf("\n", index) + 1;
  const end = text4.indexOf("\n", index);
  const line = text4.slice(start, end < 0 ? void 0 : end);
  const from = line.length > maxLineChars ? index - start : 0;
  return line.slice(from, from + maxLineChars).trim();
}
function provenWith(words4) {
  return words4 !== null && words4.from !== "output" ? "confirmed" : "consistent";
}

// src/cause/builds.ts
var buildRules = [
  { id: "build-killed", find: buildKilled },
  { id: "disk-full", find: linkerBusError },
  { id: "setup-failed", find: setupFailed },
  { id: "vet-failed", find: vetFailed },
  { id: "build-failed", find: buildFailed }
];
function building(facts) {
  return facts.ending === "build-failed" || facts.ending === "not-started" ? facts.build : null;
}
function buildKilled(facts) {
  const death = building(facts)?.toolDeaths.find(
    ({ signal: signal5 }) => /^(?:killed|terminated)/.test(signal5)
  );
  if (death === void 0) return toolRanOut(facts);
  const kills = kernelKills(facts.guardEnd?.kernelLog?.lines ?? []);
  const kill = kills.find(
    ({ name: name2, taskGroup }) => name2 !== "" && death.tool.startsWith(name2.slice(0, 15)) && isOurs(taskGroup, facts)
  );
  const group = memoryGrowth(facts.guardEnd)[0];
  const counted = (facts.guard?.memoryDir ?? "") !== "" && (group?.oomKill ?? 0) > 0;
  const ceiling2 = facts.guard?.ceilingBytes ?? null;
  const watcher = facts.watcherKill;
  const why = watcher !== null ? `the guard stopped it: it held ${formatBytes(watcher.rssBytes)}` : kill !== void 0 || counted ? `by the kernel's OOM killer${ceiling2 === null ? "" : `, under a ceiling of ${formatBytes(ceiling2)}`}` : "by whom is not known";
  return {
    confidence: "confirmed",
    summary: `the build was stopped: ${death.tool} was ${death.signal} (${why})`,
    evidence: [
      { source: "go build", detail: death.line.slice(0, 300) },
      ...group === void 0 || group.oomKill === null ? [] : [
        {
          source: "cgroup",
          detail: `${group.path}: oom_kill +${String(group.oomKill)} during the leg`
        }
      ],
      ...(kill?.lines ?? []).map((line) => ({ source: "kernel log", detail: line })),
      ...watcher === null ? [] : [
        {
          source: "guard",
          detail: `watcher killed pid ${String(watcher.pid)} (${watcher.name})`
        }
      ]
    ]
  };
}
function isOurs(taskGroup, { guard: guard2, guardEnd }) {
  const own2 = guard2?.memoryDir.split("/").at(-1) ?? "";
  if (own2 === "") return taskGroup !== null && taskGroup === guardEnd?.after[0]?.path;
  return taskGroup === null || taskGroup.split("/").includes(own2);
}
function linkerBusError(facts) {
  const death = building(facts)?.toolDeaths.find(({ signal: signal5 }) => signal5.startsWith("bus error"));
  if (death === void 0) return null;
  return {
    confidence: "consistent",
    summary: `${death.tool} died of a bus error, as it does when the disk of GOTMPDIR is full`,
    evidence: [{ source: "go build", detail: death.line.slice(0, 300) }]
  };
}
function toolRanOut(facts) {
  const words4 = building(facts) === null ? null : findWords(facts, "go-out-of-memory");
  if (words4?.from !== "go") return null;
  return {
    confidence: "confirmed",
    summary: "the build was stopped: a tool of the go command ran out of memory; no test ran",
    evidence: [{ source: "go build", detail: words4.line }]
  };
}
var setupSayings = /no required module provides package|missing go\.sum entry|inconsistent vendoring|cannot find module providing|errors parsing go\.(?:mod|work)|toolchain not available|is not in (?:std|GOROOT)|build constraints exclude all Go files|import cycle not allowed|updates to go\.(?:mod|sum) needed|requires go >= |module lookup disabled|cannot find package|malformed (?:module|import) path|no Go files in/;
function setupFailed(facts) {
  const build = building(facts);
  if (build === null) return null;
  const line = build.text.split("\n").find((text4) => setupSayings.test(text4.slice(0, 2e3)));
  const misspelt = /^[^\s:]{1,1000}\.go:\d+:\d+: /m.test(build.text);
  if (line === void 0 && (!build.setupFailed || misspelt)) return null;
  return {
    confidence: "confirmed",
    summary: "the go command could not load the package: modules, toolchain or imports",
    evidence: goWords(line ?? build.text)
  };
}
function vetFailed(facts) {
  const build = building(facts);
  if (build === null) return null;
  const header4 = /^# \[[^\]\n]{1,1000}\]$/m.exec(build.text);
  if (header4 === null) return null;
  const finding = build.text.slice(header4.index + header4[0].length).trimStart();
  return {
    confidence: "confirmed",
    summary: "go vet, which go test runs first, refused the package",
    evidence: goWords(finding)
  };
}
function buildFailed(facts) {
  if (facts.ending !== "build-failed") return null;
  return {
    confidence: "confirmed",
    summary: "the package does not build",
    evidence: goWords(facts.build?.text ?? "")
  };
}
function goWords(text4) {
  const lines = text4.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("# "));
  return lines.slice(0, 3).map((line) => ({ source: "go build", detail: line.slice(0, 300) }));
}

// src/cause/crashes.ts
var saidBy = (id, summary, fits2) => ({
  id,
  find: (facts) => fits2(facts) ? said(facts, id, summary) : null
});
var crashed = (facts) => facts.ending === "crashed";
var dying = ({ ending, tests: tests2 }) => ["crashed", "exited", "killed", "timed-out"].includes(ending) || ending === "failed" && tests2.failed === 0;
var detectorRules = [
  saidBy("race-runtime-failed", "the race detector could not start or gave up", dying),
  saidBy("sanitizer", "a sanitizer stopped the program", dying),
  saidBy("checkptr", "an unsafe pointer breaks the rules of package unsafe (checkptr)", crashed),
  saidBy("concurrent-map", "two goroutines used one map at the same time", crashed),
  saidBy("stack-overflow", "a goroutine exceeded the largest stack: endless recursion", crashed),
  saidBy("deadlock", "all goroutines were blocked: nothing could ever go on", crashed)
];
var crashRules = [
  { id: "os-exit", find: exitZeroInTest },
  saidBy("goroutine-leak", "goroutines were left blocked when their test had ended", crashed),
  { id: "init-panic", find: initPanic },
  { id: "nil-dereference", find: nilDereference },
  { id: "panic", find: panic },
  { id: "signal", find: signal2 },
  { id: "fatal-error", find: fatalError }
];
function said(facts, id, summary) {
  const words4 = findWords(facts, id);
  if (words4 === null) return null;
  return {
    confidence: words4.confidence,
    summary,
    evidence: [...waitStatus(facts), words4.evidence]
  };
}
function panicWords(facts) {
  const { file, stream, fileIsReliable } = facts.crash;
  const text4 = file !== "" ? file : fileIsReliable ? null : stream === null ? null : facts.output;
  if (text4 === null) return null;
  const at2 = file !== "" ? /^panic: .*/m.exec(text4) : /(?:^|.)panic: .*/m.exec(text4);
  if (at2 === null) return null;
  const line = at2[0].slice(at2[0].indexOf("panic: ")).slice(0, 300);
  const source = file !== "" ? "crash file" : "output";
  return {
    line,
    text: text4,
    confidence: file !== "" ? "confirmed" : "consistent",
    evidence: { source, detail: line }
  };
}
function exitZeroInTest(facts) {
  const words4 = facts.ending === "crashed" ? panicWords(facts) : null;
  if (words4?.line.includes("unexpected call to os.Exit(0) during test") !== true) return null;
  return {
    confidence: words4.confidence,
    summary: "a test called os.Exit(0), which package testing turns into a panic",
    evidence: [...waitStatus(facts), words4.evidence]
  };
}
function initPanic(facts) {
  const words4 = facts.ending === "crashed" ? panicWords(facts) : null;
  if (words4 === null) return null;
  const { passed, failed, unfinished } = facts.tests;
  if (passed + failed + unfinished.length > 0) return null;
  const first = firstGoroutine(words4.text);
  if (/^testing\.|^main\.main\(/m.test(first)) return null;
  const init = /^(?<frame>[^\s(]{1,300}\.init(?:\.\d+|\.func\d+(?:\.\d+)*)?)\(/m.exec(first);
  if (init === null && !/^runtime\.doInit1?\(/m.test(first)) return null;
  const where = init?.groups?.["frame"] ?? "a package";
  return {
    confidence: words4.confidence,
    summary: `panic while packages were initialised, before any test: ${where}`,
    evidence: [...waitStatus(facts), words4.evidence]
  };
}
function firstGoroutine(text4) {
  const at2 = text4.search(/^goroutine \d+/m);
  if (at2 < 0) return text4.slice(0, 2e4);
  const end = text4.indexOf("\n\n", at2);
  return text4.slice(at2, end < 0 ? at2 + 2e4 : end);
}
function nilDereference(facts) {
  const words4 = crashed(facts) ? panicWords(facts) : null;
  if (words4 === null) return null;
  const panics = words4.text.match(/^\t?panic: .*/gm) ?? [words4.line];
  const last = panics.at(-1) ?? words4.line;
  if (!last.includes("invalid memory address or nil pointer dereference")) return null;
  return {
    confidence: words4.confidence,
    summary: "the program used a nil pointer",
    evidence: [...waitStatus(facts), words4.evidence]
  };
}
function panic(facts) {
  const words4 = crashed(facts) ? panicWords(facts) : null;
  if (words4 === null) return null;
  return {
    confidence: words4.confidence,
    summary: `the program panicked: ${words4.line.slice("panic: ".length, 200)}`,
    evidence: [...waitStatus(facts), words4.evidence]
  };
}
var signalLine = /^(?<name>SIG[A-Z]{2,9}): (?<words>[a-z][a-z ,-]{1,60})$/m;
var faultLine = /^\[signal (?<name>SIG[A-Z]{2,9}): (?<words>[a-z][a-z ,-]{1,60}) code=\S{1,20} addr=(?<addr>0x[0-9a-f]{1,16})/m;
function signal2(facts) {
  const { end } = facts;
  if (facts.ending !== "crashed" && facts.ending !== "killed") return null;
  const status = ntStatusName(end?.exitCode ?? null);
  const text4 = facts.crash.file !== "" ? facts.crash.file : facts.output;
  const panicked3 = panicWords(facts) !== null;
  const match = signalLine.exec(text4) ?? signalLine.exec(facts.output) ?? (panicked3 ? null : faultLine.exec(text4));
  const fatal = /^SIG(?:SEGV|BUS|FPE|ILL|ABRT|TRAP|SYS|QUIT|STKFLT)$/.test(end?.signal ?? "");
  if (match === null && !fatal && status === null) return null;
  const name2 = match?.groups?.["name"] ?? end?.signal ?? status ?? "a signal";
  const known = fatal || status !== null || facts.crash.file !== "";
  const sigcode = /^PC=\S{1,40} m=\d+ sigcode=(?<code>-?\d+)/m.exec(text4)?.groups?.["code"];
  return {
    confidence: known ? "confirmed" : "consistent",
    summary: `${name2}${origin(text4, sigcode)}`,
    evidence: [
      ...waitStatus(facts),
      ...match === null ? [] : [{ source: facts.crash.file !== "" ? "crash file" : "output", detail: match[0] }],
      ...sigcode === void 0 ? [] : [{ source: "crash file", detail: `sigcode ${sigcode}` }]
    ]
  };
}
function origin(text4, sigcode) {
  if (text4.includes("signal arrived during cgo execution")) return " in C code, called through cgo";
  if (sigcode === void 0) return "";
  const sent2 = ["0", "-6", "-1", "18446744073709551610", "18446744073709551615"].includes(sigcode);
  return sent2 ? ", sent by a process (kill)" : ", raised by the processor at an instruction";
}
function fatalError(facts) {
  if (!crashed(facts)) return null;
  const line = /fatal error: .{1,300}/.exec(facts.output)?.[0] ?? null;
  const threw = isThrow(facts.crash.file);
  if (line === null && !threw) return null;
  return {
    confidence: threw ? "confirmed" : "consistent",
    summary: line === null ? "the Go runtime stopped the program" : `the Go runtime stopped the program: ${line.slice("fatal error: ".length, 200)}`,
    evidence: [
      ...waitStatus(facts),
      ...line === null ? [] : [{ source: "output", detail: line }],
      ...threw ? [{ source: "crash file", detail: "goroutines without a panic" }] : []
    ]
  };
}

// src/cause/exclusions.ts
var neighbours = [
  [
    ["killed", "oom-cgroup", "oom-host", "oom-guard", "cpu-limit"],
    ["oom-cgroup", "oom-host", "oom-guard", "cpu-limit", "timeout", "killed"]
  ],
  [
    ["unknown", "os-exit", "log-fatal", "testmain-exit"],
    ["oom-cgroup", "oom-host", "panic", "signal", "timeout", "killed", "data-race"]
  ],
  [["signal"], ["nil-dereference"]],
  [["race-runtime-failed"], ["data-race"]],
  [["test-failure"], ["disk-full", "fd-limit"]],
  [
    ["go-out-of-memory", "address-space-limit", "memlock-limit"],
    ["oom-cgroup", "oom-host", "oom-guard", "address-space-limit"]
  ],
  [["thread-limit"], ["oom-cgroup", "oom-host", "fd-limit"]],
  [["fd-limit"], ["disk-full", "thread-limit"]],
  [
    ["disk-full", "file-size-limit"],
    ["file-size-limit", "disk-full", "fd-limit"]
  ],
  [
    ["signal", "stack-limit", "sanitizer"],
    ["oom-cgroup", "oom-host", "timeout"]
  ],
  [["timeout"], ["oom-cgroup", "oom-host", "killed"]],
  [["build-killed"], ["oom-cgroup", "oom-host", "oom-guard", "disk-full", "fd-limit"]],
  [["exec-failed"], ["disk-full", "fd-limit"]]
];
function exclusions(id, facts) {
  const suspects = new Set(neighbours.flatMap(([of, others2]) => of.includes(id) ? others2 : []));
  suspects.delete(id);
  if (id === "test-failure") {
    for (const suspect of suspects) if (!named(suspect, facts)) suspects.delete(suspect);
  }
  return [...suspects].flatMap((suspect) => {
    const because = suspect === "killed" ? notKilled(id, facts) : ruledOut(suspect, facts);
    return because === null ? [] : [{ id: suspect, because }];
  });
}
function named(id, { output }) {
  return sayings.some((saying) => saying.id === id && saying.pattern.test(output));
}
function ruledOut(id, facts) {
  return tests[id]?.(facts) ?? null;
}
var tests = {
  "oom-cgroup": (facts) => noCgroupKill(facts),
  "oom-host": (facts) => noHostKill(facts),
  "oom-guard": (facts) => {
    if (facts.watcherKill !== null) return null;
    const { guard: guard2 } = facts;
    if (guard2 === null || guard2.tier === "none") return "no guard was over the run";
    return guard2.tier === "watcher" ? "the watcher noted no kill of this process" : "the guard is a control group: it stops nothing by itself, the kernel does, and counts it";
  },
  "cpu-limit": (facts) => {
    const { hard } = limitOf(facts, "cpu");
    if (facts.start === null || facts.start.limits["cpu"] === void 0) return null;
    if (hard === null) return "there was no hard limit of CPU time (RLIMIT_CPU)";
    const used = cpuMs(facts);
    if (used === null || used >= 0.85 * hard * 1e3) return null;
    return `${(used / 1e3).toFixed(1)} s of ${String(hard)} s CPU time were used`;
  },
  timeout: (facts) => {
    if (facts.ending === "timed-out" || facts.killedByGo) return null;
    return facts.crash.fileIsReliable && !facts.crash.file.startsWith("panic: test timed out after ") ? "the -timeout of go test did not fire: it would have left its panic" : null;
  },
  panic: (facts) => facts.crash.fileIsReliable && facts.crash.file === "" ? "the runtime wrote no last words" : null,
  signal: (facts) => facts.end?.signal === null && facts.crash.fileIsReliable && facts.crash.file === "" ? "the process ended with an exit code, and the runtime wrote no last words" : null,
  "data-race": (facts) => facts.race && findWords(facts, "data-race") === null ? "the race detector reported nothing" : null,
  "nil-dereference": ({ crash }) => {
    if (/^\[signal SIGSEGV: .{1,60} code=0x80 /m.test(crash.file))
      return "the code 0x80 stands for an address that cannot exist, not for nil";
    const address2 = /^\[signal SIG[A-Z]+: .{1,60} addr=(?<hex>0x[0-9a-f]{1,16}) /m.exec(crash.file)?.groups?.["hex"];
    if (address2 === void 0 || BigInt(address2) < 4096n) return null;
    return `the address was ${address2}, far from nil`;
  },
  "fd-limit": (facts) => {
    const { soft } = limitOf(facts, "nofile");
    const { openFiles } = facts.usage;
    if (soft === null || openFiles === null || openFiles >= 0.9 * soft) return null;
    return `at most ${String(openFiles)} of ${String(soft)} open files were seen, sampled twice a second`;
  },
  "thread-limit": (facts) => {
    if ((facts.death?.pids ?? null) === null) return null;
    const known = facts.death?.pids?.after.some(({ refused: refused3 }) => refused3 !== null) === true;
    return known && refusals(facts).length === 0 ? "no control group refused a thread (pids.events)" : null;
  },
  "disk-full": (facts) => {
    const { tempFreeBytes, dirFreeBytes } = facts.usage;
    const free = Math.min(tempFreeBytes ?? Infinity, dirFreeBytes ?? Infinity);
    if (tempFreeBytes === null || dirFreeBytes === null || free < 64 * 1024 ** 2) return null;
    return `at least ${formatBytes(free)} were free in the temporary folder and in the package's`;
  },
  "file-size-limit": (facts) => facts.start !== null && facts.start.limits["fsize"] !== void 0 && limitOf(facts, "fsize").soft === null ? "there was no limit of the size of files (RLIMIT_FSIZE)" : null,
  "address-space-limit": (facts) => facts.start !== null && facts.start.limits["as"] !== void 0 && limitOf(facts, "as").soft === null && limitOf(facts, "data").soft === null ? "there was no limit of address space (RLIMIT_AS, RLIMIT_DATA)" : null
};
function noCgroupKill(facts) {
  const known = oomFacts(facts);
  if (known.self && known.kill?.constraint !== "none") return null;
  if (known.self) return "the kernel's log says that the whole machine had run out";
  if (known.others && facts.end?.signal === "SIGKILL")
    return "the kernel's log names other processes, and not this one";
  const inner = known.levels[0];
  if (inner !== void 0 && inner.oomKill !== null)
    return inner.oomKill === 0 ? `oom_kill of ${inner.path} did not grow` : null;
  if (known.machine === 0) return "oom_kill in /proc/vmstat did not grow";
  return facts.kernelPids && known.logIsComplete && known.kill === null ? "the kernel's log names no kill of this process" : null;
}
function noHostKill(facts) {
  const known = oomFacts(facts);
  if (known.kill?.constraint === "none" && known.self) return null;
  if (known.kill?.constraint === "memcg")
    return "the kernel's log says that a control group's limit was reached";
  const full = known.levels.find(({ oom: oom2 }) => (oom2 ?? 0) > 0);
  if (full !== void 0) return `oom of ${full.path} grew: its limit was reached`;
  if (known.others && facts.end?.signal === "SIGKILL")
    return "the kernel's log names other processes, and not this one";
  if (known.machine === 0) return "oom_kill in /proc/vmstat did not grow";
  const inner = known.levels[0];
  if (inner?.oomKill === 0)
    return `oom_kill of ${inner.path}, which counts every kill in it, did not grow`;
  if (facts.kernelPids && known.logIsComplete && known.kill === null && known.levels.length > 0)
    return "the kernel's log names no kill of this process";
  return null;
}
function notKilled(id, facts) {
  const { end } = facts;
  if (end === null) return null;
  if (end.signal === null)
    return `the process was not ended by a signal: it ended with exit code ${String(end.exitCode)}`;
  if (end.signal !== "SIGKILL") return null;
  return id === "killed" || id === "unknown" ? null : "the kill is accounted for";
}

// src/cause/endings.ts
var stoppedRules = [
  { id: "runner-shutdown", find: (facts) => stopped(facts, "SIGTERM") },
  { id: "cancelled", find: (facts) => stopped(facts, null) },
  { id: "lost", find: lost }
];
var startRules = [{ id: "exec-failed", find: execFailed }];
var timeoutRules = [{ id: "timeout", find: timeout }];
var lastRules = [
  { id: "killed", find: killed2 },
  { id: "test-failure", find: testFailure },
  { id: "no-tests", find: noTests },
  { id: "unknown", find: unknown }
];
function stopped(facts, by) {
  if (facts.ending !== "cancelled") return null;
  const signal5 = facts.cancelSignal ?? "a signal";
  if (by !== null && signal5 !== by) return null;
  const who = by === null ? `the run was cancelled (${signal5})` : `the run was told to stop by ${signal5}, as a runner does that shuts down`;
  return {
    // Anybody can send SIGTERM: that it was the runner is only likely.
    confidence: by === null ? "confirmed" : "consistent",
    summary: who,
    evidence: [{ source: "supervisor", detail: `received ${signal5}` }, ...waitStatus(facts)]
  };
}
function lost(facts) {
  if (facts.ending !== "lost") return null;
  const { end, start } = facts;
  if (end !== null && !end.parentGone && end.exitCode !== null)
    return disagreement(facts, end.exitCode);
  const detail = end !== null ? "the process ended because go test or its supervisor was gone" : start !== null ? `the process ${String(start.pid)} was started and nobody recorded its end` : "no record of a process";
  return {
    confidence: "confirmed",
    summary: "nobody saw how it ended: the records stop",
    evidence: [{ source: "records", detail }, ...waitStatus(facts)]
  };
}
function disagreement(facts, exitCode2) {
  const held = /^.{0,300}WaitDelay expired before I\/O complete.{0,100}$/m.exec(facts.output)?.[0];
  return {
    confidence: "confirmed",
    summary: held === void 0 ? `the process ended with exit code ${String(exitCode2)}, and go test did not see its tests end` : "a process that the tests had left behind kept their output open, so go test gave up on it",
    evidence: [
      ...waitStatus(facts),
      ...held === void 0 ? [] : [{ source: "output", detail: held.trim() }]
    ]
  };
}
var startErrors = {
  EACCES: "the file may not be executed: no x permission, or its disk is mounted noexec",
  EPERM: "the file may not be executed here",
  ENOENT: "the program loader (ELF interpreter) or the file itself is missing",
  ENOEXEC: "the file is for another system or architecture",
  ETXTBSY: "the file was still open for writing",
  ENOMEM: "no memory to start a process",
  EAGAIN: "no further process is allowed",
  E2BIG: "arguments and environment are too long",
  ELIBBAD: "the program loader is damaged",
  EMFILE: "too many open files",
  ENFILE: "too many open files on the whole machine",
  ENOSPC: "the disk is full",
  EINVAL: "the file is damaged or its loader is refused",
  ELOOP: "too many symbolic links"
};
function execFailed(facts) {
  const error = facts.end?.startError ?? null;
  if (error === null) return loaderFailed(facts);
  const errno = facts.death?.errno ?? null;
  const meaning = errno === null ? void 0 : startErrors[errno];
  const call2 = facts.failedCall;
  return {
    confidence: errno === null ? "consistent" : "confirmed",
    summary: `the test binary could not be started${meaning === void 0 ? "" : `: ${meaning}`}`,
    evidence: [
      { source: "start", detail: errno === null ? error : `${error} (${errno})` },
      ...call2 === null ? [] : [{ source: "strace", detail: call2.line }]
    ]
  };
}
var loaderWords = /error while loading shared libraries: .{1,300}|version `[^']{1,100}' not found/;
function loaderFailed(facts) {
  if (facts.timeline.samples > 0 || (facts.end?.exitCode ?? 0) === 0) return null;
  const words4 = loaderWords.exec(facts.output)?.[0];
  if (words4 === void 0) return null;
  const call2 = facts.failedCall;
  return {
    confidence: facts.end?.exitCode === 127 || call2 !== null ? "confirmed" : "consistent",
    summary: "the dynamic loader could not load the test binary",
    evidence: [
      ...waitStatus(facts),
      { source: "output", detail: words4 },
      ...call2 === null ? [] : [{ source: "strace", detail: call2.line }]
    ]
  };
}
function timeout(facts) {
  if (facts.ending !== "timed-out") return null;
  const fired = /^panic: test timed out after .{1,60}/.exec(facts.crash.file)?.[0];
  const running = facts.tests.unfinished;
  return {
    confidence: fired !== void 0 || facts.killedByGo ? "confirmed" : "consistent",
    summary: facts.killedByGo ? "go test killed the process, because it did not end a minute after its -timeout" : "the -timeout of go test fired",
    evidence: [
      ...waitStatus(facts),
      ...fired === void 0 ? [] : [{ source: "crash file", detail: fired }],
      ...running.length === 0 ? [] : [{ source: "go test", detail: `still running: ${running.slice(0, 10).join(", ")}` }]
    ]
  };
}
function killed2(facts) {
  const signal5 = facts.end?.signal ?? null;
  if (signal5 === null || facts.ending !== "killed") return null;
  const forwarded = facts.end?.forwardedSignals?.includes(signal5) === true;
  if (signal5 === "SIGKILL" && !memoryExcluded(facts)) return null;
  const free = facts.death?.memAvailableBytes ?? null;
  const by = forwarded ? "; it came to the process's parent first" : signal5 === "SIGKILL" ? "; not by the kernel's OOM killer and not by the guard; by whom is not known" : "; by whom is not known";
  return {
    confidence: "confirmed",
    summary: `ended by ${signal5}${by}${free === null ? "" : `; after its end ${formatBytes(free)} of memory were free`}`,
    evidence: [
      ...waitStatus(facts),
      ...forwarded ? [{ source: "shim", detail: `handed on ${signal5}` }] : [],
      ...free === null ? [] : [{ source: "machine", detail: `${formatBytes(free)} were available after its end` }]
    ]
  };
}
function memoryExcluded(facts) {
  return ["oom-cgroup", "oom-host", "oom-guard"].every(
    (id) => ruledOut(id, facts) !== null
  );
}
function testFailure(facts) {
  if (facts.tests.failed === 0 || !["failed", "exited"].includes(facts.ending)) return null;
  return {
    // A process with failed tests that ends with 0 contradicts its own output.
    confidence: facts.end?.exitCode === 0 ? "consistent" : "confirmed",
    summary: `${String(facts.tests.failed)} failed, counting subtests and their parents`,
    evidence: [
      { source: "go test", detail: `${String(facts.tests.failed)} ended with FAIL` },
      ...waitStatus(facts)
    ]
  };
}
function noTests(facts) {
  if (facts.ending !== "no-tests") return null;
  return {
    confidence: "confirmed",
    summary: "there was no test to run",
    evidence: [{ source: "go test", detail: "no test began" }]
  };
}
function unknown(facts) {
  const seen = waitStatus(facts);
  const trace = facts.runtimeTrace.map((detail) => ({ source: "runtime trace", detail }));
  const none2 = [{ source: "records", detail: "nothing was recorded that explains it" }];
  return {
    confidence: "unknown",
    summary: "what is known does not say why it ended",
    evidence: [...seen.length > 0 ? seen : none2, ...trace]
  };
}

// src/cause/exits.ts
var exitRules = [
  { id: "lost", find: unheard },
  { id: "log-fatal", find: logFatal },
  { id: "testmain-exit", find: testMainExit },
  { id: "os-exit", find: osExit }
];
var endedItself = (facts) => facts.end !== null && facts.end.exitCode !== null && (facts.ending === "exited" || facts.ending === "failed" && facts.tests.failed === 0);
function unheard(facts) {
  const { unfinished, neverRan } = facts.tests;
  const missing = unfinished.length + neverRan.length;
  if (facts.tests.passed + facts.tests.failed + unfinished.length === 0) return null;
  if (!endedItself(facts) || !facts.ranToEnd || missing === 0 || facts.end?.exitCode !== 0)
    return null;
  return {
    confidence: "consistent",
    summary: `the process ran to its regular end, and of ${String(missing)} declared tests nobody heard that they ended`,
    evidence: [...waitStatus(facts), ...testCounts(facts)]
  };
}
function logFatal(facts) {
  if (!endedItself(facts)) return null;
  const { exitTrace } = facts;
  if (exitTrace !== null) {
    if (!exitTrace.by.startsWith("log.")) return null;
    return {
      confidence: "confirmed",
      summary: `${exitTrace.by} ended the process${at(facts)}`,
      evidence: [...waitStatus(facts), ...traced(facts), ...lastWords(facts)],
      ...called(facts)
    };
  }
  if (facts.end?.exitCode !== 1 || lastLogLine(facts.output) === null) return null;
  return {
    confidence: "consistent",
    summary: "the process ended with exit code 1 right after a line of package log, as log.Fatal does",
    evidence: [...waitStatus(facts), ...lastWords(facts)]
  };
}
function testMainExit(facts) {
  if (!endedItself(facts) || !facts.testMain) return null;
  const { passed, failed, unfinished, neverRan } = facts.tests;
  const { exitTrace } = facts;
  if (exitTrace !== null && !exitTrace.viaTestMain) return null;
  const none2 = passed + failed === 0 && unfinished.length === 0 && neverRan.length > 0;
  const all = unfinished.length + neverRan.length === 0;
  if (!none2 && !all) return null;
  const code = String(facts.end?.exitCode ?? "");
  const when2 = none2 ? `TestMain ended the process with exit code ${code} and no test had begun` : `every test had ended, none failed, and TestMain ended the process with exit code ${code}`;
  return {
    confidence: exitTrace !== null || none2 && facts.ranToEnd ? "confirmed" : "consistent",
    summary: `${when2}${at(facts)}`,
    evidence: [...waitStatus(facts), ...traced(facts), ...testCounts(facts), ...lastWords(facts)],
    ...called(facts)
  };
}
function osExit(facts) {
  if (!endedItself(facts)) return null;
  const code = facts.end?.exitCode ?? 0;
  const { exitTrace } = facts;
  if (exitTrace === null && (!crashRuledOut(facts) || code === 2 && !facts.crash.fileIsReliable))
    return null;
  if (exitTrace === null && facts.agent === "silent") return null;
  const by = exitTrace?.by ?? "os.Exit or a call like it";
  return {
    confidence: exitTrace === null ? "consistent" : "confirmed",
    summary: `the process ended itself with exit code ${String(code)} (${by})${at(facts)}`,
    evidence: [...waitStatus(facts), ...traced(facts), ...testCounts(facts), ...lastWords(facts)],
    ...called(facts)
  };
}
function crashRuledOut(facts) {
  return facts.crash.file === "" && (facts.crash.fileIsReliable || facts.crash.stream === null);
}
function called({ exitTrace }) {
  if (exitTrace === null) return {};
  const { file, line, function: name2 } = exitTrace;
  return { position: { file, line, function: name2 } };
}
function at({ exitTrace }) {
  if (exitTrace === null) return "";
  return `, called at ${exitTrace.file}:${String(exitTrace.line)} (${exitTrace.function})`;
}
function traced({ exitTrace }) {
  if (exitTrace === null) return [];
  const { by, file, line, function: name2 } = exitTrace;
  const detail = `a second run was traced to its end: ${name2} called ${by} at ${file}:${String(line)}`;
  return [{ source: "exit trace", detail }];
}
function testCounts({ tests: tests2 }) {
  const { passed, failed, unfinished, neverRan } = tests2;
  const detail = `${String(passed)} passed, ${String(failed)} failed, ${String(unfinished.length)} unfinished, ${String(neverRan.length)} never ran`;
  return [{ source: "go test", detail }];
}
function lastWords({ output }) {
  const line = output.trimEnd().split("\n").filter(
    (text4) => !/^(?:FAIL|ok {2}|exit status |=== |--- |PASS$)/.test(text4) && text4.trim() !== ""
  ).at(-1);
  return line === void 0 ? [] : [{ source: "output", detail: `last line: ${line.slice(0, 300)}` }];
}
function lastLogLine(output) {
  const lines = output.trimEnd().split("\n").slice(-6);
  return lines.findLast(
    (line) => /^(?:\S{0,40} ?)?\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d+)? /.test(line)
  ) ?? null;
}

// src/cause/failures.ts
var raceExitCode = 66;
var failureRules = [
  { id: "data-race", find: dataRace },
  { id: "goroutine-leak", find: goroutineLeak }
];
function dataRace(facts) {
  if (!facts.race || !["failed", "exited", "crashed"].includes(facts.ending)) return null;
  const words4 = findWords(facts, "data-race");
  const { races } = facts.timeline;
  const code = facts.end?.exitCode === raceExitCode;
  if (words4 === null || races === 0) return null;
  return {
    confidence: code || races !== null ? "confirmed" : "consistent",
    summary: races === null || races === 1 ? "the race detector found a data race" : `the race detector found ${String(races)} data races`,
    evidence: [
      ...waitStatus(facts),
      words4.evidence,
      ...races === null ? [] : [{ source: "race detector", detail: `counted ${String(races)} in the process` }]
    ]
  };
}
function goroutineLeak(facts) {
  if (facts.ending !== "failed") return null;
  const words4 = findWords(facts, "goroutine-leak");
  if (words4 === null) return null;
  return {
    confidence: "consistent",
    summary: "goroutines were left running when their test had ended",
    evidence: [...waitStatus(facts), words4.evidence]
  };
}

// src/cause/memory-limits.ts
var farAwayBytes = 256 * 1024 ** 3;
var memoryLimitRules = [
  { id: "stack-limit", find: stackLimit },
  { id: "address-space-limit", find: addressSpaceLimit },
  { id: "memlock-limit", find: memlockLimit },
  { id: "go-out-of-memory", find: goOutOfMemory }
];
var largestFrameBytes = 65536n;
function stackLimit(facts) {
  const text4 = facts.crash.file !== "" ? facts.crash.file : facts.output;
  if (!text4.includes("signal arrived during cgo execution")) return null;
  const address2 = /^PC=\S{1,40} m=\d+ sigcode=[12] addr=(?<hex>0x[0-9a-f]{1,16})$/m.exec(text4);
  const pointer = /^(?:rsp|sp) {1,20}(?<hex>0x[0-9a-f]{1,16})$/m.exec(text4);
  if (address2 === null || pointer === null) return null;
  const distance2 = BigInt(address2.groups?.["hex"] ?? 0) - BigInt(pointer.groups?.["hex"] ?? 0);
  if (distance2 > largestFrameBytes || distance2 < -largestFrameBytes) return null;
  const { soft } = limitOf(facts, "stack");
  return {
    confidence: "consistent",
    summary: `C code ran off its stack${soft === null ? "" : ` (RLIMIT_STACK is ${formatBytes(soft)})`}`,
    evidence: [
      ...waitStatus(facts),
      {
        source: "crash file",
        detail: `the fault at ${address2.groups?.["hex"] ?? ""} lies at the stack pointer ${pointer.groups?.["hex"] ?? ""} of C code`
      },
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_STACK ${formatBytes(soft)}` }]
    ]
  };
}
function addressSpaceLimit(facts) {
  const words4 = findWords(facts, "address-space-limit") ?? findWords(facts, "go-out-of-memory");
  const limits3 = [
    { name: "RLIMIT_AS (ulimit -v)", bytes: limitOf(facts, "as").soft },
    { name: "RLIMIT_DATA (ulimit -d)", bytes: limitOf(facts, "data").soft }
  ].flatMap(
    ({ name: name2, bytes: bytes3 }) => bytes3 === null || bytes3 > farAwayBytes ? [] : [`${name2} ${formatBytes(bytes3)}`]
  );
  if (words4 === null || limits3.length === 0) return null;
  return {
    confidence: provenWith(words4),
    summary: `a limit of the process's memory was reached: ${limits3.join(", or ")}`,
    evidence: [
      ...waitStatus(facts),
      words4.evidence,
      ...limits3.map((detail) => ({ source: "limits", detail }))
    ]
  };
}
function memlockLimit(facts) {
  const words4 = findWords(facts, "memlock-limit");
  const { soft } = limitOf(facts, "memlock");
  if (words4 === null || soft === null) return null;
  return {
    confidence: "consistent",
    summary: `locking memory failed; the limit is ${formatBytes(soft)} (RLIMIT_MEMLOCK)`,
    evidence: [
      ...waitStatus(facts),
      words4.evidence,
      { source: "limits", detail: `RLIMIT_MEMLOCK ${formatBytes(soft)}` }
    ]
  };
}
function goOutOfMemory(facts) {
  const words4 = findWords(facts, "go-out-of-memory");
  if (words4 === null) return null;
  const free = facts.death?.memAvailableBytes ?? null;
  return {
    confidence: words4.confidence,
    summary: "the Go runtime asked for memory and did not get it",
    evidence: [
      ...waitStatus(facts),
      words4.evidence,
      ...free === null ? [] : [{ source: "machine", detail: `${formatBytes(free)} were available at its end` }]
    ]
  };
}

// src/cause/limits.ts
var limitRules = [
  { id: "cpu-limit", find: cpuLimit },
  { id: "thread-limit", find: threadLimit },
  { id: "file-size-limit", find: fileSizeLimit },
  ...memoryLimitRules,
  { id: "disk-full", find: diskFull },
  { id: "fd-limit", find: fdLimit }
];
function cpuLimit(facts) {
  const { end } = facts;
  const { soft, hard } = limitOf(facts, "cpu");
  if (end === null) return null;
  const usedMs = cpuMs(facts);
  const used = usedMs === null ? "" : ` after ${seconds(usedMs)} of CPU time`;
  const evidence = [
    ...waitStatus(facts),
    {
      source: "limits",
      detail: `RLIMIT_CPU: soft ${seconds((soft ?? NaN) * 1e3)}, hard ${seconds((hard ?? NaN) * 1e3)}`
    },
    ...usedMs === null ? [] : [{ source: "wait status", detail: `used ${seconds(usedMs)} of CPU time` }]
  ];
  if (end.signal === "SIGXCPU" && soft !== null)
    return {
      confidence: "confirmed",
      summary: `the soft limit of ${String(soft)} s CPU time ended the process${used}`,
      evidence
    };
  if (end.signal !== "SIGKILL" || hard === null || usedMs === null) return null;
  if (usedMs < 0.85 * hard * 1e3) return null;
  return {
    confidence: usedMs >= hard * 1e3 - 100 ? "confirmed" : "consistent",
    summary: `the hard limit of ${String(hard)} s CPU time ended the process${used}`,
    evidence
  };
}
function threadLimit(facts) {
  const refused3 = refusals(facts);
  const words4 = findWords(facts, "thread-limit");
  const failedStart = (facts.end?.startError ?? null) !== null && facts.death?.errno === "EAGAIN";
  if (words4 === null && !failedStart) return null;
  const nproc = limitOf(facts, "nproc").soft;
  const { threads } = facts.usage;
  const evidence = [
    ...waitStatus(facts),
    ...words4 === null ? [] : [words4.evidence],
    ...refused3.map(({ path: path2, limit: limit2, count: count3 }) => ({
      source: "cgroup",
      detail: `${path2}: pids.max ${limit2 === null ? "none" : String(limit2)} refused ${String(count3)} more`
    })),
    ...threads === null || facts.usage.samples < 3 ? [] : [{ source: "samples", detail: `at most ${String(threads)} threads seen` }],
    ...nproc === null ? [] : [{ source: "limits", detail: `RLIMIT_NPROC ${String(nproc)}` }]
  ];
  const [first] = refused3;
  if (first !== void 0)
    return {
      confidence: "confirmed",
      summary: `the control group ${first.path} allows ${String(first.limit ?? "?")} processes and threads, and refused more`,
      evidence
    };
  if (words4?.detail === "SetMaxThreads")
    return {
      confidence: words4.confidence,
      summary: "the program exceeded its own limit of threads (debug.SetMaxThreads)",
      evidence
    };
  return {
    confidence: "consistent",
    summary: "the system refused another thread or process",
    evidence
  };
}
function fileSizeLimit(facts) {
  const { soft } = limitOf(facts, "fsize");
  const bySignal = facts.end?.signal === "SIGXFSZ";
  const words4 = findWords(facts, "file-size-limit");
  if (!bySignal && (words4 === null || soft === null)) return null;
  const limit2 = soft === null ? "its limit" : `the limit of ${formatBytes(soft)} (RLIMIT_FSIZE)`;
  return {
    confidence: bySignal ? "confirmed" : provenWith(words4),
    summary: `a file would have grown beyond ${limit2}`,
    evidence: [
      ...waitStatus(facts),
      ...words4 === null ? [] : [words4.evidence],
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_FSIZE ${formatBytes(soft)}` }]
    ]
  };
}
function diskFull(facts) {
  const words4 = findWords(facts, "disk-full");
  if (words4 === null) return null;
  const { tempFreeBytes, dirFreeBytes } = facts.usage;
  const spaces = [
    ["the temporary folder", tempFreeBytes],
    ["the package's folder", dirFreeBytes]
  ];
  const full = spaces.find(([, free]) => free !== null && free < 1 << 20);
  return {
    confidence: full !== void 0 || words4.from === "go" ? "confirmed" : "consistent",
    summary: full === void 0 ? "a disk is full" : `the disk of ${full[0]} is full`,
    evidence: [
      ...waitStatus(facts),
      words4.evidence,
      ...spaces.flatMap(
        ([what, free]) => free === null ? [] : [{ source: "samples", detail: `${what}: at least ${formatBytes(free)} were free` }]
      )
    ]
  };
}
function fdLimit(facts) {
  const words4 = findWords(facts, "fd-limit");
  if (words4 === null) return null;
  const { soft } = limitOf(facts, "nofile");
  const { openFiles } = facts.usage;
  const near2 = soft !== null && openFiles !== null && openFiles >= 0.9 * soft;
  return {
    confidence: near2 || words4.from === "go" ? "confirmed" : "consistent",
    summary: `too many open files${soft === null ? "" : `: the limit is ${String(soft)} (RLIMIT_NOFILE)`}`,
    evidence: [
      ...waitStatus(facts),
      words4.evidence,
      ...openFiles === null ? [] : [
        {
          source: "samples",
          detail: `at most ${String(openFiles)} open files were seen, sampled twice a second`
        }
      ],
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_NOFILE ${String(soft)}` }]
    ]
  };
}
function seconds(ms) {
  return Number.isNaN(ms) ? "none" : `${(ms / 1e3).toFixed(1)} s`;
}

// src/cause/near-limits.ts
var near = 0.9;
var littleSpaceBytes = 64 * 1024 ** 2;
function nearLimits(facts) {
  const { usage, death } = facts;
  const rss = facts.end?.maxRssBytes ?? 0;
  const counts = [
    ["open files", usage.openFiles, limitOf(facts, "nofile").soft],
    ["threads", usage.threads, limitOf(facts, "nproc").soft]
  ];
  const spaces = [
    ["the temporary folder", usage.tempFreeBytes],
    ["the package's folder", usage.dirFreeBytes]
  ];
  return [
    ...counts.flatMap(
      ([what, used, limit2]) => used !== null && limit2 !== null && used >= near * limit2 ? [`${String(used)} ${what} of ${String(limit2)}`] : []
    ),
    ...spaces.flatMap(
      ([what, free]) => free !== null && free < littleSpaceBytes ? [`${formatBytes(free)} free in ${what}`] : []
    ),
    ...memoryGrowth(death?.memory ?? null).flatMap(
      ({ path: path2, limitBytes }) => limitBytes !== null && rss >= near * limitBytes ? [`${formatBytes(rss)} of ${formatBytes(limitBytes)} memory in ${path2}`] : []
    )
  ].map((detail) => ({ source: "near a limit", detail }));
}

// src/cause/cause.ts
var buildLimits = ["disk-full", "fd-limit", "thread-limit"];
var rules2 = [
  ...stoppedRules,
  ...buildFirst(limitRules),
  ...buildRules,
  ...memoryRules,
  ...timeoutRules,
  ...limitRules,
  ...startRules,
  ...detectorRules,
  ...crashRules,
  ...failureRules,
  ...exitRules,
  ...lastRules
];
function diagnose(facts) {
  if (facts.ending === "passed") return null;
  for (const rule3 of rules2) {
    const finding = rule3.find(facts);
    if (finding === null) continue;
    return {
      id: rule3.id,
      confidence: finding.confidence,
      summary: finding.summary,
      evidence: [...finding.evidence.slice(0, 20), ...nearLimits(facts)],
      excluded: exclusions(rule3.id, facts),
      advice: advice(rule3.id, facts),
      ...finding.position === void 0 ? {} : { position: finding.position }
    };
  }
  throw new Error("the last rule finds something for every ending");
}
function buildFirst(limits3) {
  return limits3.filter(({ id }) => buildLimits.includes(id)).map(({ id, find }) => ({
    id,
    find: (facts) => facts.ending === "build-failed" ? find(facts) : null
  }));
}

// src/gotest/excerpt.ts
function createExcerpt(headChars = 8 * 1024, tailChars = 24 * 1024) {
  let head = "";
  let tail = "";
  let omitted = 0;
  return {
    add(text4) {
      let rest = text4;
      const room = headChars - head.length;
      if (room > 0 && tail === "" && omitted === 0) {
        head += rest.slice(0, room);
        rest = rest.slice(room);
      }
      if (rest === "") return;
      tail += rest;
      if (tail.length > 2 * tailChars) {
        omitted += tail.length - tailChars;
        tail = tail.slice(-tailChars);
      }
    },
    text() {
      const cut2 = Math.max(0, tail.length - tailChars);
      const left = omitted + cut2;
      if (left === 0) return head + tail;
      return `${head}
... ${String(left)} characters left out, the log file has all ...
${tail.slice(cut2)}`;
    },
    isEmpty: () => head === "" && tail === ""
  };
}

// src/gotest/framing.ts
function shimMarker(output) {
  return /^crash-guard: record (?<id>[0-9a-f]{32})\r?\n?$/.exec(output)?.groups?.["id"] ?? null;
}
function isFrameLine(output) {
  return /^(?:=== (?:RUN|PAUSE|CONT|NAME) | *--- (?:PASS|SKIP|FAIL): |PASS\r?\n|ok {2}\t|coverage: )/.test(
    output
  );
}
function isResultLine(output) {
  return /^ *--- (?:PASS|SKIP|FAIL): /.test(output);
}
function unbuiltPackage(line) {
  return /^FAIL\t(?<package>\S+) \[(?:build|setup) failed\]$/.exec(line)?.groups?.["package"] ?? null;
}

// src/gotest/package-fold.ts
var crashWords = [
  "panic: ",
  "fatal error: ",
  "SIGSEGV: ",
  "SIGBUS: ",
  "SIGFPE: ",
  "SIGABRT: ",
  "SIGQUIT: ",
  "SIGTRAP: ",
  "SIGILL: "
];
var maxFailures = 2e3;
var maxEndedNames = 1e5;
function newPackageFold(name2) {
  return {
    package: name2,
    action: null,
    elapsedMs: null,
    started: false,
    passed: 0,
    failed: 0,
    skipped: 0,
    failures: [],
    failuresLeftOut: 0,
    ended: /* @__PURE__ */ new Map(),
    running: /* @__PURE__ */ new Map(),
    framed: /* @__PURE__ */ new Set(),
    output: createExcerpt(),
    record: null,
    saysCached: false,
    noTestFiles: false,
    buildFailed: false,
    failedBuild: null,
    setupFailed: false,
    crashLine: null,
    timedOut: false,
    killedByGo: false
  };
}
function isBenchmark(test) {
  return /^Benchmark(?![a-z])/.test(test);
}
function foldEvent(fold, event) {
  if (event.action === "output") foldOutput(fold, event);
  else if (event.test === "" || isMisplaced(fold, event)) foldPackageEvent(fold, event);
  else foldTestEvent(fold, event);
}
function isMisplaced(fold, event) {
  const terminal = event.action === "pass" || event.action === "fail" || event.action === "skip";
  return terminal && !fold.framed.delete(event.test);
}
function foldPackageEvent(fold, event) {
  switch (event.action) {
    case "start":
      fold.started = true;
      return;
    case "pass":
    case "fail":
    case "skip":
      fold.action = event.action;
      fold.elapsedMs = event.elapsedSeconds === null ? null : event.elapsedSeconds * 1e3;
      if (event.failedBuild !== "") {
        fold.buildFailed = true;
        fold.failedBuild = event.failedBuild;
      }
      return;
    default:
      return;
  }
}
function foldTestEvent(fold, event) {
  const { test } = event;
  switch (event.action) {
    case "run":
      fold.running.set(test, createExcerpt());
      return;
    case "pass":
      fold.passed++;
      endTest(fold, test);
      return;
    case "skip":
      fold.skipped++;
      endTest(fold, test);
      return;
    case "fail": {
      fold.failed++;
      const output = fold.running.get(test)?.text() ?? "";
      if (fold.failures.length < maxFailures) fold.failures.push({ test, output });
      else fold.failuresLeftOut++;
      endTest(fold, test);
      return;
    }
    default:
      return;
  }
}
function endTest(fold, test) {
  fold.running.delete(test);
  if (test.includes("/")) return;
  const times = fold.ended.get(test) ?? 0;
  if (times > 0 || fold.ended.size < maxEndedNames) fold.ended.set(test, times + 1);
}
function foldOutput(fold, event) {
  const { output, test } = event;
  if (test === "") {
    const marker = fold.record === null ? shimMarker(output) : null;
    if (marker !== null) {
      fold.record = marker;
      return;
    }
  }
  if (test === "" || output.startsWith("ok  	")) notePackageLine(fold, output);
  noteCrash(fold, output);
  if (test !== "" && isResultLine(output)) fold.framed.add(test);
  if (isFrameLine(output)) return;
  (fold.running.get(test) ?? fold.output).add(output);
}
function notePackageLine(fold, output) {
  const line = output.trimEnd();
  if (/^ok {2}\t\S+\t\(cached\)(?:[\t ]|$)/.test(line)) fold.saysCached = true;
  else if (line.startsWith("?   	") && line.endsWith("[no test files]")) fold.noTestFiles = true;
  else if (/^\t\S+\t\tcoverage: /.test(line)) fold.noTestFiles = true;
  else if (line.startsWith("FAIL	") && /\[(?:build|setup) failed\]$/.test(line)) {
    fold.buildFailed = true;
    fold.setupFailed ||= line.endsWith("[setup failed]");
  } else if (line.startsWith("*** Test killed with ")) fold.killedByGo = true;
}
function noteCrash(fold, output) {
  if (output.includes("panic: test timed out after ")) fold.timedOut = true;
  if (fold.crashLine !== null) return;
  const at2 = crashWords.map((word2) => output.indexOf(word2)).find((index) => index >= 0);
  if (at2 !== void 0) fold.crashLine = output.slice(at2).trimEnd();
}

// src/evidence/completeness.ts
function completeness(declared2, fold, repeats2 = 1) {
  const running = [...fold?.running.keys() ?? []].filter((test) => !isBenchmark(test));
  const inFlight = new Set(running);
  const seen = new Map(fold?.ended);
  const neverRan = [];
  for (const { name: name2, kind } of declared2) {
    const wanted = kind === "example" ? 1 : repeats2;
    const ended2 = seen.get(name2) ?? 0;
    seen.set(name2, Math.max(0, ended2 - wanted));
    if (ended2 < wanted && !inFlight.delete(name2)) neverRan.push(name2);
  }
  return { unfinished: running, neverRan };
}

// src/evidence/ending.ts
var fatalSignals = new Set(
  "SIGSEGV SIGBUS SIGFPE SIGILL SIGABRT SIGTRAP SIGSYS SIGQUIT".split(" ")
);
var raceExitCode2 = 66;
var rules3 = [
  { ending: "build-failed", when: (f) => f.start === null && f.end === null && f.buildFailed },
  {
    ending: "no-tests",
    when: (f) => f.start === null && f.end === null && f.noTestFiles && f.action !== "fail"
  },
  { ending: "not-started", when: (f) => f.end !== null && f.end.startError !== null },
  // The process ran and its parent saw how it ended.
  {
    ending: "cancelled",
    when: (f) => f.cancelledAt !== null && stoppedWithTheRun(f, f.cancelledAt)
  },
  { ending: "lost", when: (f) => f.end !== null && (f.end.parentGone || stoppedByLoss(f, f.end)) },
  { ending: "timed-out", when: (f) => f.end !== null && (killedByGo(f) || timeoutFired(f)) },
  { ending: "crashed", when: (f) => fatalSignals.has(f.end?.signal ?? "") },
  { ending: "killed", when: (f) => f.end !== null && f.end.signal !== null },
  { ending: "crashed", when: (f) => f.end?.exitCode === 2 && crashText(f) !== null },
  { ending: "failed", when: (f) => f.end?.exitCode === raceExitCode2 && f.missingTests === 0 },
  {
    ending: "exited",
    when: (f) => f.end !== null && f.missingTests > 0 && !(f.failfast && f.failedTests > 0)
  },
  { ending: "failed", when: (f) => f.end !== null && (f.failedTests > 0 || f.end.exitCode !== 0) },
  // go test calls a package failed although its process ended well: something between the two died.
  { ending: "lost", when: (f) => f.end !== null && f.action === "fail" },
  // go test ends every package with an event; a test can only take it away, by imitating the line that ends itself.
  { ending: "lost", when: (f) => f.end !== null && f.action === null },
  { ending: "no-tests", when: (f) => f.end?.exitCode === 0 && f.endedTests === 0 },
  { ending: "passed", when: (f) => f.end?.exitCode === 0 },
  // No process of this run: a replayed result, or one that never came to be.
  { ending: "lost", when: (f) => f.start !== null },
  { ending: "exited", when: (f) => f.cached && f.missingTests > 0 },
  { ending: "failed", when: (f) => f.cached && f.failedTests > 0 },
  { ending: "no-tests", when: (f) => f.cached && f.endedTests === 0 },
  { ending: "passed", when: (f) => f.cached && f.action === "pass" },
  { ending: "lost", when: (f) => f.action !== null },
  { ending: "not-started", when: () => true }
];
function decideEnding(facts) {
  return rules3.find((rule3) => rule3.when(facts))?.ending ?? "lost";
}
function crashText(facts) {
  if (facts.crash.file !== "") return facts.crash.file;
  return facts.crash.fileIsReliable ? null : facts.crash.stream;
}
function stoppedWithTheRun(facts, cancelledAt) {
  if (facts.cached) return false;
  if (facts.end === null) return facts.action === null || facts.start !== null;
  return facts.missingTests > 0 && Date.parse(facts.end.endedAt) >= cancelledAt;
}
function stoppedByLoss(facts, end) {
  if (facts.supervisorGoneAt === null || Date.parse(end.endedAt) < facts.supervisorGoneAt)
    return false;
  return facts.missingTests > 0 || end.signal !== null;
}
function killedByGo(facts) {
  return facts.killedByGo && facts.action !== "pass";
}
function timeoutFired(facts) {
  if (facts.end?.exitCode !== 2 && facts.end?.signal !== "SIGABRT") return false;
  return facts.crash.fileIsReliable ? facts.crash.file.startsWith("panic: test timed out after ") : facts.timedOut;
}

// src/gotest/build-text.ts
function splitBuildText(text4) {
  const blocks2 = /* @__PURE__ */ new Map();
  let current = "";
  for (const line of text4.split("\n")) {
    const header4 = /^# \[?(?<path>[^\s\]]+)\]?(?: \[\S+\])?$/.exec(line);
    if (header4 !== null) {
      current = header4.groups?.["path"] ?? "";
      if (line.startsWith("# [")) blocks2.set(current, `${blocks2.get(current) ?? ""}${line}
`);
    } else if (line !== "") blocks2.set(current, `${blocks2.get(current) ?? ""}${line}
`);
  }
  return blocks2;
}
function buildTextOf(fold, builds, goStderr) {
  const linked = fold.failedBuild === null ? void 0 : builds.get(fold.failedBuild);
  if (linked !== void 0) return linked.text();
  const all = [...[...builds.values()].map((text4) => text4.text()), goStderr].join("");
  return splitBuildText(all).get(fold.package) ?? all;
}

// src/gotest/failure-message.ts
var maxMessageChars = 4096;
function failureMessage(failed) {
  const message = dedent(failed.output).slice(0, maxMessageChars);
  const position4 = /^\s*(?!testing\.go:)(?<file>[^\s:]+\.go):(?<line>\d{1,9}): /m.exec(
    failed.output
  );
  return {
    test: failed.test,
    file: position4?.groups?.["file"] ?? null,
    line: position4 === null ? null : Number(position4.groups?.["line"]),
    message
  };
}
function culprits(failures2) {
  const parents = /* @__PURE__ */ new Set();
  for (const { test } of failures2) {
    for (let at2 = test.lastIndexOf("/"); at2 > 0; at2 = test.lastIndexOf("/", at2 - 1))
      parents.add(test.slice(0, at2));
  }
  return failures2.filter(({ test, output }) => !parents.has(test) || output.trim() !== "");
}
function dedent(text4) {
  return text4.split("\n").map((line) => line.replace(/^ {4}/, "")).join("\n").trim();
}

// src/run/attempts.ts
import { cp, lstat as lstat3, mkdir as mkdir4, readdir as readdir8, rm as rm10, utimes } from "node:fs/promises";
import { join as join21 } from "node:path";

// src/evidence/timeline.ts
var maxPoints = 60;
function parseTimeline(csv) {
  const timeline = {
    samples: 0,
    liveHeapPeakBytes: null,
    heapPeakBytes: null,
    rssPeakBytes: null,
    goroutinesAtEnd: null,
    points: [],
    endedWith: null,
    races: null
  };
  const points = [];
  const lines = (csv ?? "").split("\n");
  lines.pop();
  for (const line of lines.slice(1)) {
    const match = /^(?<elapsed>\d+),(?<heap>\d+),(?<live>\d+),\d+,(?<rss>\d+),(?<goroutines>\d+)$/.exec(line);
    if (match?.groups === void 0) {
      noteLastWords(timeline, line);
      continue;
    }
    const { elapsed, heap, live, rss, goroutines } = match.groups;
    timeline.samples++;
    timeline.heapPeakBytes = Math.max(timeline.heapPeakBytes ?? 0, Number(heap));
    timeline.liveHeapPeakBytes = Math.max(timeline.liveHeapPeakBytes ?? 0, Number(live));
    timeline.rssPeakBytes = Math.max(timeline.rssPeakBytes ?? 0, Number(rss));
    timeline.goroutinesAtEnd = Number(goroutines);
    points.push([Number(elapsed), Number(rss), Number(heap), Number(live)]);
  }
  timeline.points = thinned(points);
  return timeline;
}
function thinned(points) {
  const step = Math.max(1, Math.ceil(points.length / maxPoints));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}
function noteLastWords(timeline, line) {
  const words4 = /^(?<what>ended|races),(?<number>\d{1,9})$/.exec(line)?.groups;
  if (words4?.["what"] === "ended") timeline.endedWith = Number(words4["number"]);
  if (words4?.["what"] === "races") timeline.races = Number(words4["number"]);
}

// src/evidence/usage.ts
var columns = ["openFiles", "threads", "cpuMs", "tempFreeBytes", "dirFreeBytes"];
function parseUsage(csv) {
  const usage = {
    samples: 0,
    openFiles: null,
    threads: null,
    cpuMs: null,
    tempFreeBytes: null,
    dirFreeBytes: null
  };
  const lines = (csv ?? "").split("\n");
  lines.pop();
  for (const line of lines.slice(1)) {
    if (!/^\d+(?:,\d*){5}$/.test(line)) continue;
    usage.samples++;
    const cells = line.split(",").slice(1);
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? "";
      if (cell === "") continue;
      const worst = column.endsWith("FreeBytes") ? Math.min : Math.max;
      usage[column] = worst(usage[column] ?? Number(cell), Number(cell));
    }
  }
  return usage;
}

// src/run/shim-problems.ts
var shimProblemsName = "shim-problems.txt";
var maxShimProblemsBytes = 16 * 1024;
var maxLines = 20;
var maxLineChars2 = 500;
var maxAlike = 3;
function parseShimProblems(text4) {
  const lines = (text4 ?? "").split("\n").filter((line) => line.trim() !== "");
  const shown = lines.slice(0, maxLines).map((line) => clip(printable(line), maxLineChars2));
  return lines.length > maxLines ? [...shown, `${String(lines.length - maxLines)} more problems in ${shimProblemsName}`] : shown;
}
function gatherGaps(gaps2, leg) {
  const packages = /* @__PURE__ */ new Map();
  for (const { what, package: name2 } of gaps2)
    if (name2 !== void 0) packages.set(what, (packages.get(what) ?? /* @__PURE__ */ new Set()).add(name2));
  const said2 = /* @__PURE__ */ new Set();
  return gaps2.flatMap((gap) => {
    const count3 = packages.get(gap.what)?.size ?? 0;
    if (gap.package === void 0 || count3 <= maxAlike) return [gap];
    if (said2.has(gap.what)) return [];
    said2.add(gap.what);
    return [{ what: `${gap.what} (${String(count3)} packages)`, leg }];
  });
}

// src/run/attempts.ts
var maxRecordBytes2 = 1 << 20;
var maxCrashBytes = 256 * 1024;
var maxTimelineBytes = 16 << 20;
var maxExcerptBytes = 8 * 1024;
async function readAttempts(packageFolder) {
  const entries = await readdir8(packageFolder).catch(() => []);
  const numbers = entries.map((entry2) => /^attempt-(?<number>\d{1,6})$/.exec(entry2)?.groups?.["number"]).filter((number3) => number3 !== void 0).map(Number).sort((a, b) => a - b);
  return Promise.all(
    numbers.map((number3) => readAttempt(join21(packageFolder, `attempt-${String(number3)}`), number3))
  );
}
async function readAttempt(folder, number3) {
  const read = (name2, maxBytes3) => readBounded(join21(folder, name2), maxBytes3);
  const [start, end, crash, timeline, usage, excerpt, problems2, profile, files] = await Promise.all(
    [
      read("start.json", maxRecordBytes2),
      read("end.json", maxRecordBytes2),
      read("crash.txt", maxCrashBytes),
      read("timeline.csv", maxTimelineBytes),
      read("usage.csv", maxTimelineBytes),
      read(coreTextName, maxExcerptBytes),
      read(shimProblemsName, maxShimProblemsBytes),
      lstat3(join21(folder, "heap.pprof")).catch(() => null),
      readdir8(folder).catch(() => [])
    ]
  );
  return {
    number: number3,
    folder,
    start: parseStartRecord(start),
    end: parseEndRecord(end),
    // start.json is missing where nothing could be started.
    diagnose: files.includes("diagnose.json") || (parseStartRecord(start)?.diagnose ?? "") !== "",
    crashText: crash ?? "",
    timeline: parseTimeline(timeline),
    usage: parseUsage(usage),
    core: ["core.zst", "core.gz", "core"].find((name2) => files.includes(name2)) ?? null,
    coreExcerpt: excerpt === "" ? null : excerpt,
    problems: parseShimProblems(problems2),
    hasProfile: profile !== null && profile.isFile() && profile.size > 0
  };
}
async function carryOver(request) {
  if (!/^[0-9a-f]{32}$/.test(request.record)) return null;
  const stored = await readAttempt(join21(request.store, request.record), 1);
  const { start, end } = stored;
  if (start?.record !== request.record || start.package !== request.package || start.leg !== request.leg)
    return null;
  if (end?.exitCode !== 0) return null;
  const folder = join21(request.packageFolder, "attempt-1");
  await rm10(folder, { recursive: true, force: true });
  await mkdir4(request.packageFolder, { recursive: true });
  await cp(stored.folder, folder, { recursive: true, verbatimSymlinks: true });
  const now = /* @__PURE__ */ new Date();
  await utimes(stored.folder, now, now).catch(() => void 0);
  return { ...stored, folder };
}

// src/run/black-box.ts
import { readdir as readdir9 } from "node:fs/promises";
import { join as join22 } from "node:path";

// src/heap/call-sites.ts
function sumCallSites(profile, options) {
  const width = profile.sampleTypes.length;
  const zeros = () => new Array(width).fill(0);
  const totals = zeros();
  const matching = zeros();
  const sites = /* @__PURE__ */ new Map();
  const tests2 = /* @__PURE__ */ new Map();
  const cumulative = /* @__PURE__ */ new Map();
  let sample = 0;
  for (const { frames, values } of profile.samples()) {
    addValues(totals, values);
    if (values.every((value) => value === 0) || !matchesStack(options.filter ?? {}, frames))
      continue;
    sample++;
    addValues(matching, values);
    const test = testOfStack(frames);
    addValues(entry(tests2, test, zeros), values);
    const frame = innermost(frames, options.withRuntime ?? false);
    const caller = userFrame(frames);
    const site = entry(sites, `${frame.function}
${caller?.function ?? ""}`, () => ({
      frame,
      caller,
      values: zeros(),
      lines: /* @__PURE__ */ new Map(),
      callerLines: /* @__PURE__ */ new Map(),
      tests: /* @__PURE__ */ new Map()
    }));
    addValues(site.values, values);
    const weight = values[options.mainColumn] ?? 0;
    addTo(site.lines, frame.line, weight);
    if (caller !== null) addTo(site.callerLines, caller.line, weight);
    addTo(site.tests, test, weight);
    for (const { function: name2 } of frames) {
      const sum = entry(cumulative, name2, () => ({ values: zeros(), sample: 0 }));
      if (sum.sample === sample) continue;
      sum.sample = sample;
      addValues(sum.values, values);
    }
  }
  const root = options.moduleDirectory ?? "";
  const result = [...sites.values()].map((site) => {
    const { frame, caller } = site;
    return {
      ...relativeTo(root, { ...frame, line: largest(site.lines) }),
      caller: caller === null ? null : relativeTo(root, { ...caller, line: largest(site.callerLines) }),
      test: largest(site.tests),
      values: site.values,
      cumulative: cumulative.get((caller ?? frame).function)?.values ?? zeros()
    };
  });
  const byMain = (a, b) => (b.values[options.mainColumn] ?? 0) - (a.values[options.mainColumn] ?? 0);
  return {
    totals,
    matching,
    sites: result.sort(byMain),
    tests: [...tests2].map(([test, values]) => ({ test, values })).sort(byMain)
  };
}
var noFrame = { function: "", file: "", line: 0 };
function innermost(frames, withRuntime) {
  const outside = frames.find((frame) => withRuntime || !isRuntime(frame));
  return outside ?? frames[0] ?? noFrame;
}
function entry(map, key, make) {
  let value = map.get(key);
  if (value === void 0) {
    value = make();
    map.set(key, value);
  }
  return value;
}
function addValues(sums, values) {
  for (let column = 0; column < sums.length; column++)
    sums[column] = Math.min(Number.MAX_SAFE_INTEGER, (sums[column] ?? 0) + (values[column] ?? 0));
}
function addTo(sums, key, value) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
function largest(sums) {
  const [first, ...rest] = [...sums];
  return rest.reduce((best, next) => next[1] > best[1] ? next : best, first)[0];
}

// src/heap/proto-fields.ts
function* protoFields(message) {
  const reader = { bytes: message, at: 0 };
  while (reader.at < message.length) {
    const tag = readVarint(reader);
    const number3 = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        yield { number: number3, varint: readVarint(reader) };
        break;
      case 1:
        reader.at += 8;
        break;
      case 2: {
        const length = readVarint(reader);
        if (reader.at + length > message.length) throw new RangeError("cut message");
        yield { number: number3, bytes: message.subarray(reader.at, reader.at + length) };
        reader.at += length;
        break;
      }
      case 5:
        reader.at += 4;
        break;
      default:
        throw new RangeError("unknown wire type");
    }
  }
}
function packedVarints(bytes3) {
  const reader = { bytes: bytes3, at: 0 };
  const values = [];
  while (reader.at < bytes3.length) values.push(readVarint(reader));
  return values;
}
function readVarint(reader) {
  let value = 0;
  for (let scale = 1; scale < 2 ** 64; scale *= 128) {
    const byte = reader.bytes[reader.at++];
    if (byte === void 0) throw new RangeError("cut varint");
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
  throw new RangeError("varint too long");
}

// src/heap/profile-tables.ts
var maxEntries2 = 3e5;
var maxLinesEach = 256;
var maxLine = 2 ** 31;
var maxNameBytes = 16 * 1024;
function readTables(profile) {
  const strings = [];
  const types = [];
  const functions = /* @__PURE__ */ new Map();
  const locations = /* @__PURE__ */ new Map();
  let period = null;
  let defaultType = 0;
  for (const field of protoFields(profile)) {
    if ("varint" in field) {
      if (field.number === 12) period = field.varint;
      else if (field.number === 14) defaultType = field.varint;
    } else if (field.number === 1) types.push(field.bytes);
    else if (field.number === 4) locations.set(numberField(field.bytes, 1), field.bytes);
    else if (field.number === 5) functions.set(numberField(field.bytes, 1), field.bytes);
    else if (field.number === 6) strings.push(field.bytes);
    if (Math.max(types.length, strings.length, functions.size, locations.size) > maxEntries2)
      throw new RangeError("endless tables");
  }
  const decoder = new TextDecoder();
  const text4 = (index) => decoder.decode(strings[index]?.subarray(0, maxNameBytes) ?? new Uint8Array());
  const names4 = /* @__PURE__ */ new Map();
  const nameOf2 = (id) => {
    let known = names4.get(id);
    if (known === void 0) {
      const message = functions.get(id) ?? new Uint8Array();
      known = { function: text4(numberField(message, 2)), file: text4(numberField(message, 4)) };
      names4.set(id, known);
    }
    return known;
  };
  const places = /* @__PURE__ */ new Map();
  return {
    sampleTypes: types.map((type) => ({
      type: text4(numberField(type, 1)),
      unit: text4(numberField(type, 2))
    })),
    defaultSampleType: defaultType === 0 ? null : text4(defaultType),
    period,
    framesAt(location) {
      let frames = places.get(location);
      if (frames === void 0) {
        frames = readLocation(locations.get(location), nameOf2);
        places.set(location, frames);
      }
      return frames;
    }
  };
}
function readLocation(message, nameOf2) {
  const frames = [];
  for (const field of protoFields(message ?? new Uint8Array())) {
    if (field.number !== 4 || !("bytes" in field) || frames.length >= maxLinesEach) continue;
    const line = numberField(field.bytes, 2);
    frames.push({ ...nameOf2(numberField(field.bytes, 1)), line: line <= maxLine ? line : 0 });
  }
  if (frames.length > 0) return frames;
  const address2 = numberField(message ?? new Uint8Array(), 3);
  return [{ function: `0x${address2.toString(16)}`, file: "", line: 0 }];
}
function numberField(message, number3) {
  for (const field of protoFields(message))
    if (field.number === number3 && "varint" in field) return field.varint;
  return 0;
}

// src/heap/unpack-profile.ts
import { gunzipSync as gunzipSync2 } from "node:zlib";
var maxUnpackedBytes = 256 << 20;
function unpackProfile(bytes3, maxBytes3 = maxUnpackedBytes) {
  const gzipped = bytes3[0] === 31 && bytes3[1] === 139;
  if (!gzipped) {
    return bytes3.length <= maxBytes3 ? { kind: "bytes", bytes: bytes3 } : { kind: "refused", because: `it is larger than ${String(maxBytes3)} bytes` };
  }
  try {
    return { kind: "bytes", bytes: gunzipSync2(bytes3, { maxOutputLength: maxBytes3 }) };
  } catch (error) {
    const tooLarge = error.code === "ERR_BUFFER_TOO_LARGE";
    return {
      kind: "refused",
      because: tooLarge ? `it unpacks to more than ${String(maxBytes3)} bytes` : `it cannot be unpacked: ${error.message}`
    };
  }
}

// src/heap/profile.ts
var maxFramesEach = 4096;
var maxFramesInAll = 5e7;
function readProfile(bytes3) {
  const unpacked = unpackProfile(bytes3);
  if (unpacked.kind === "refused") return unpacked;
  try {
    const tables = readTables(unpacked.bytes);
    if (tables.sampleTypes.length === 0) throw new RangeError("no sample type");
    checkSamples(unpacked.bytes, tables);
    const profile = {
      sampleTypes: tables.sampleTypes,
      defaultSampleType: tables.defaultSampleType,
      period: tables.period,
      samples: () => samplesOf(unpacked.bytes, tables)
    };
    return { kind: "profile", profile };
  } catch (error) {
    return { kind: "refused", because: `it is cut or no profile (${error.message})` };
  }
}
function checkSamples(profile, tables) {
  let frames = 0;
  for (const { locations } of rawSamples(profile)) {
    for (const id of locations) frames += tables.framesAt(id).length;
    if (frames > maxFramesInAll) throw new RangeError("more frames than can be read");
  }
}
function* samplesOf(profile, tables) {
  for (const { locations, values } of rawSamples(profile)) {
    const frames = [];
    for (const id of locations)
      for (const frame of tables.framesAt(id))
        if (frames.length < maxFramesEach) frames.push(frame);
    yield { frames, values: values.map(plainNumber) };
  }
}
function plainNumber(value) {
  return value >= 2 ** 63 ? 0 : Math.min(value, Number.MAX_SAFE_INTEGER);
}
function* rawSamples(profile) {
  for (const field of protoFields(profile)) {
    if (field.number !== 2 || !("bytes" in field)) continue;
    const locations = [];
    const values = [];
    for (const part of protoFields(field.bytes)) {
      if (part.number !== 1 && part.number !== 2) continue;
      const target = part.number === 1 ? locations : values;
      if ("varint" in part) target.push(part.varint);
      else for (const number3 of packedVarints(part.bytes)) target.push(number3);
    }
    yield { locations, values };
  }
}

// src/heap/holders.ts
var shared = "shared";
var columnNames = ["alloc_objects", "alloc_space", "inuse_objects", "inuse_space"];
function heapHolders(profileBytes, options = {}) {
  const reading = readProfile(profileBytes);
  return reading.kind === "profile" ? holdersOf(reading.profile, options) : null;
}
function holdersOf(profile, options = {}) {
  const types = profile.sampleTypes.map(({ type }) => type);
  const [allocObjects, allocBytes, inuseObjects, inuseBytes] = columnNames.map(
    (name2) => types.indexOf(name2)
  );
  if (!columnNames.every((name2) => types.includes(name2))) return null;
  const { totals, matching, sites, tests: tests2 } = sumCallSites(profile, {
    ...options,
    mainColumn: inuseBytes
  });
  const held = (values) => {
    const bytes3 = values[inuseBytes] ?? 0;
    const total = totals[inuseBytes] ?? 0;
    return { bytes: bytes3, objects: values[inuseObjects] ?? 0, share: total > 0 ? bytes3 / total : 0 };
  };
  const isHeld = ({ values }) => values[inuseBytes] !== 0 || values[inuseObjects] !== 0;
  return {
    totals: {
      allocBytes: totals[allocBytes] ?? 0,
      allocObjects: totals[allocObjects] ?? 0,
      inuseBytes: totals[inuseBytes] ?? 0,
      inuseObjects: totals[inuseObjects] ?? 0
    },
    matching: { bytes: matching[inuseBytes] ?? 0, objects: matching[inuseObjects] ?? 0 },
    functions: sites.filter(isHeld).map(({ values, cumulative, test, ...site }) => ({
      ...site,
      test: test ?? shared,
      ...held(values),
      cumulativeBytes: cumulative[inuseBytes] ?? 0
    })),
    tests: tests2.filter(isHeld).map(({ test, values }) => ({ test: test ?? shared, ...held(values) }))
  };
}

// src/evidence/snapshot-meta.ts
function parseSnapshotMeta(text4) {
  if (text4 === null) return null;
  const values = new Map(
    text4.split("\n").flatMap((line) => {
      const at2 = line.indexOf(" ");
      return at2 < 0 ? [] : [[line.slice(0, at2), line.slice(at2 + 1).trim()]];
    })
  );
  const reason = values.get("reason");
  if (reason === void 0 || !/^[a-z-]{1,30}$/.test(reason)) return null;
  const number3 = (key) => {
    const value = values.get(key) ?? "";
    return /^\d{1,15}$/.test(value) ? Number(value) : null;
  };
  return {
    reason,
    elapsedMs: number3("elapsedMs"),
    rssBytes: number3("rssBytes"),
    heapBytes: number3("heapBytes"),
    totalBytes: number3("totalBytes"),
    goroutines: number3("goroutines"),
    usageBytes: number3("usageBytes"),
    ceilingBytes: number3("ceilingBytes"),
    gcMs: number3("gcMs"),
    complete: values.get("complete") === "1"
  };
}

// src/run/black-box.ts
var maxProfileBytes = 64 << 20;
var maxListed = 10;
async function readBlackBox(attempt, directory) {
  let newest = null;
  for (const folder of await snapshotFolders(attempt.folder)) {
    const meta2 = parseSnapshotMeta(await readBounded(join22(folder, "meta.txt"), 1 << 16));
    if (meta2 === null) continue;
    for (const name2 of ["heap.pprof", "heap-early.pprof"]) {
      const bytes3 = await readBoundedBytes(join22(folder, name2), maxProfileBytes);
      const options = { moduleDirectory: directory };
      const holders2 = bytes3 === null ? null : heapHolders(bytes3, options);
      if (holders2 === null) continue;
      return { folder, blackBox: blackBox(meta2, holders2, name2 === "heap-early.pprof") };
    }
    newest ??= { folder, blackBox: blackBox(meta2, null, false) };
  }
  return newest;
}
async function snapshotFolders(attemptFolder) {
  const entries = await readdir9(attemptFolder).catch(() => []);
  return entries.filter((entry2) => /^snapshot-\d{1,3}$/.test(entry2)).sort((a, b) => Number(b.slice(9)) - Number(a.slice(9))).map((entry2) => join22(attemptFolder, entry2));
}
function blackBox(meta2, holders2, early) {
  const { rssBytes, totalBytes } = meta2;
  return {
    reason: meta2.reason,
    elapsedMs: meta2.elapsedMs,
    rssBytes,
    heapBytes: meta2.heapBytes,
    outsideGoBytes: rssBytes === null || totalBytes === null ? null : Math.max(0, rssBytes - totalBytes),
    goroutines: meta2.goroutines,
    ceilingBytes: meta2.ceilingBytes,
    early,
    functions: (holders2?.functions ?? []).slice(0, maxListed).map((holder) => ({
      function: holder.function,
      file: holder.file,
      line: holder.line,
      bytes: holder.bytes,
      share: holder.share,
      test: holder.test === shared ? null : holder.test,
      caller: holder.caller
    })),
    tests: (holders2?.tests ?? []).filter(({ test }) => test !== shared).slice(0, maxListed).map(({ test, bytes: bytes3 }) => ({ test, bytes: bytes3 }))
  };
}

// src/evidence/tool-deaths.ts
var patterns = [
  /(?<tool>[\w.+-]{1,60})(?:\.exe)?: running (?<inner>\S{1,300}) failed: signal: (?<signal>[a-z][a-z ()]{1,60})/,
  /(?<tool>[\w.+-]{1,60})(?:\.exe)?: signal: (?<signal>[a-z][a-z ()]{1,60})/,
  /(?<tool>[\w.+-]{1,60}) terminated with signal \d{1,3} \[(?<signal>[A-Za-z][A-Za-z ]{1,60})\]/,
  /fatal error: (?<signal>Killed) signal terminated program (?<tool>[\w.+-]{1,60})/
];
function toolDeaths(buildText) {
  const found = /* @__PURE__ */ new Map();
  for (const line of buildText.split("\n")) {
    if (line.length > 4e3) continue;
    for (const pattern2 of patterns) {
      const groups = pattern2.exec(line)?.groups;
      if (groups === void 0) continue;
      const tool2 = (groups["inner"] ?? groups["tool"] ?? "").split(/[\\/]/).at(-1)?.replace(/\.exe$/, "") ?? "";
      const signal5 = (groups["signal"] ?? "").trim().toLowerCase();
      if (!found.has(`${tool2} ${signal5}`)) found.set(`${tool2} ${signal5}`, { tool: tool2, signal: signal5, line });
      break;
    }
  }
  return [...found.values()];
}

// src/run/cause-facts.ts
function causeFacts(request) {
  const { run, ending, fold, goTest, last, diagnosis } = request;
  const { passed, failed, unfinished, neverRan, failures: failures2 } = run.tests;
  const built = run.ending === "build-failed" || run.ending === "not-started" && ending.end === null;
  return {
    ending: run.ending,
    race: request.race,
    start: ending.start,
    end: ending.end,
    death: ending.end?.evidence ?? null,
    guard: goTest.guard,
    guardEnd: goTest.goEnd?.guard ?? null,
    watcherKill: built ? toolKill(goTest.watcherKills, request) : killOf(goTest.watcherKills, ending.start?.pid),
    usage: last?.usage ?? parseUsage(null),
    timeline: last?.timeline ?? parseTimeline(null),
    blackBox: request.blackBox,
    crash: ending.crash,
    output: [run.output, ...failures2.slice(0, 50).map(({ message }) => message)].join("\n"),
    failureWords: failures2.map(({ message }) => lastLogged(message)),
    build: built ? buildFacts(request) : null,
    tests: { passed, failed, unfinished, neverRan },
    testMain: request.planned.testMain,
    cancelSignal: request.cancelSignal,
    killedByGo: fold?.killedByGo ?? false,
    exitTrace: diagnosis.exitCaller,
    agent: agent(request),
    kernelPids: request.kernelPids,
    ranToEnd: diagnosis.ranToEnd || (last?.hasProfile ?? false) || (last?.timeline.endedWith ?? null) !== null,
    failedCall: diagnosis.failedCall,
    runtimeTrace: diagnosis.runtimeTrace
  };
}
function buildFacts({ fold, goTest }) {
  const text4 = fold === null ? goTest.goStderr : buildTextOf(fold, goTest.stream.builds, goTest.goStderr);
  return { text: text4, setupFailed: fold?.setupFailed ?? false, toolDeaths: toolDeaths(text4) };
}
function toolKill(kills, request) {
  const tools2 = buildFacts(request)?.toolDeaths.map(({ tool: tool2 }) => tool2.slice(0, 15)) ?? [];
  return kills.find(({ name: name2 }) => tools2.includes(name2)) ?? null;
}
function killOf(kills, pid) {
  if (pid === void 0) return null;
  return kills.find((kill) => kill.pid === pid || kill.ancestors.includes(pid)) ?? null;
}
function agent({ planned, last }) {
  if (planned.injection === "none" || last === null) return "absent";
  return last.timeline.samples > 0 ? "began" : "silent";
}
function lastLogged(message) {
  const entries = message.split(/^(?=[^\s:]{1,200}\.go:\d{1,9}: )/m);
  return (entries.at(-1) ?? "").slice(0, 4096);
}

// src/run/diagnosis.ts
import { join as join23 } from "node:path";

// src/evidence/diagnosis.ts
var text3 = string2().check(_maxLength(4096));
var exitTraceSchema = object({
  schema: literal(1),
  method: text3,
  /** Null when nothing called exit. */
  exitCode: nullable(int()),
  /** The same stack as the Go runtime would have printed it; null where no Go function was found. */
  goroutine: nullish2(string2().check(_maxLength(1 << 20))),
  /** C functions have no names here: one frame `C code`, with the file that it was loaded from and line 0, stands for them. */
  frames: array(object({ function: text3, file: text3, line: int().check(_nonnegative()) })).check(_maxLength(64)),
  supported: boolean2(),
  problem: nullable(text3)
});
var straceSchema = object({
  schema: literal(1),
  supported: boolean2(),
  /** Why nothing was traced. */
  problem: nullish2(text3),
  lastFailed: nullable(
    object({
      syscall: string2().check(_regex(/^[a-z0-9_]{1,64}$/)),
      errno: string2().check(_regex(/^E[A-Z0-9]{1,20}$/)),
      line: text3
    })
  ),
  tail: array(text3).check(_maxLength(20))
});
var runtimeTraceSchema = object({
  schema: literal(1),
  /** The package whose initialisation ended last. */
  lastInit: nullable(text3),
  gcs: int().check(_nonnegative()),
  lastGc: nullable(text3),
  lastSched: nullable(text3)
});
var parseExitTrace = recordParser(exitTraceSchema);
var parseStrace = recordParser(straceSchema);
var parseRuntimeTrace = recordParser(runtimeTraceSchema);

// src/run/diagnosis.ts
var noDiagnosis = {
  exitCaller: null,
  ranToEnd: false,
  failedCall: null,
  runtimeTrace: [],
  gaps: () => []
};
var maxBytes2 = 1 << 20;
async function readDiagnosis({
  attempts,
  exitCode: exitCode2,
  directory
}) {
  const found = { ...noDiagnosis };
  const problems2 = [];
  for (const { folder } of attempts) {
    const read = (name2) => readBounded(join23(folder, name2), maxBytes2);
    const exit3 = parseExitTrace(await read("exit-trace.json"));
    if (exit3?.exitCode === exitCode2) {
      const caller = exitCaller(exit3, directory);
      found.ranToEnd = caller !== null && isRegularEnd(caller.file);
      found.exitCaller = found.ranToEnd ? null : caller;
    }
    if (exit3?.supported === false && exit3.problem !== null) problems2.push(exit3.problem);
    const strace = parseStrace(await read("strace.json"));
    found.failedCall = strace?.lastFailed ?? found.failedCall;
    if (strace?.supported === false && (strace.problem ?? "") !== "")
      problems2.push(strace.problem ?? "");
    const runtime = parseRuntimeTrace(await read("runtime-trace.json"));
    if (runtime !== null)
      found.runtimeTrace = [
        runtime.lastInit === null ? "" : `the last package that was initialised: ${runtime.lastInit}`,
        `${String(runtime.gcs)} garbage collections`,
        runtime.lastGc ?? "",
        runtime.lastSched ?? ""
      ].filter(Boolean);
  }
  if (problems2.length > 0)
    found.gaps = ({ package: name2, leg }) => problems2.map((what) => ({
      what: `a closer look was not possible: ${what}`,
      package: name2,
      leg
    }));
  return found;
}
function exitCaller(trace, directory) {
  const frames = trace.frames;
  const at2 = frames.findIndex(({ function: name2 }) => !isPassingOn(name2));
  const frame = frames[at2];
  if (frame === void 0) return null;
  return {
    function: frame.function,
    file: below(frame.file, directory),
    line: frame.line,
    by: nameOf(frames.slice(0, at2).map(({ function: name2 }) => name2)),
    viaTestMain: frames.some(({ function: name2 }) => /\.TestMain(?:\.|$)/.test(name2))
  };
}
function isRegularEnd(file) {
  return /(?:^|[\\/])(?:zz_crash_guard\d*(?:_main)?_test|_testmain)\.go$/.test(file);
}
function isPassingOn(name2) {
  return /^(?:C code$|runtime[./]|os\.|log\.|syscall\.|internal\/)|\._Cfunc_/.test(name2);
}
function nameOf(functions) {
  const outermost = functions.findLast((name2) => /^(?:os|log|syscall)\./.test(name2));
  return outermost?.replace(/\(\*(?<type>\w+)\)/, "$<type>") ?? "a call of exit";
}
function below(file, directory) {
  return file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file;
}

// src/run/ending-facts.ts
function endingFacts(request) {
  const { leg, fold, last, cached: cached2, missingTests, cancelledAt, goEnd } = request;
  const fileIsReliable = last !== null && last.timeline.samples > 0 && leg.goMinor >= 23;
  return {
    action: fold?.action ?? null,
    cached: cached2,
    noTestFiles: fold?.noTestFiles ?? false,
    buildFailed: fold?.buildFailed ?? false,
    start: last?.start ?? null,
    end: last?.end ?? null,
    crash: { file: last?.crashText ?? "", stream: fold?.crashLine ?? null, fileIsReliable },
    timedOut: fold?.timedOut ?? false,
    killedByGo: fold?.killedByGo ?? false,
    endedTests: fold === null ? 0 : fold.passed + fold.failed + fold.skipped,
    failedTests: fold?.failed ?? 0,
    missingTests,
    failfast: leg.failfast,
    cancelledAt,
    supervisorGoneAt: supervisorGoneAt(goEnd)
  };
}
function supervisorGoneAt(goEnd) {
  if (goEnd?.cancelled !== "supervisor-gone" || goEnd.cancelledAt === null) return null;
  const at2 = Date.parse(goEnd.cancelledAt);
  return Number.isNaN(at2) ? null : at2;
}

// src/run/heap-record.ts
import { writeFile as writeFile7 } from "node:fs/promises";
import { join as join24 } from "node:path";

// src/heap/profile-totals.ts
import { gunzipSync as gunzipSync3 } from "node:zlib";
var maxProfileBytes2 = 1024 * 1024 * 1024;
var sampleTypes = {
  allocBytes: "alloc_space",
  allocObjects: "alloc_objects",
  inuseBytes: "inuse_space",
  inuseObjects: "inuse_objects"
};
function profileTotals(bytes3) {
  try {
    const gzipped = bytes3[0] === 31 && bytes3[1] === 139;
    return sumSamples(gzipped ? gunzipSync3(bytes3, { maxOutputLength: maxProfileBytes2 }) : bytes3);
  } catch {
    return null;
  }
}
function sumSamples(profile) {
  const types = [];
  const strings = [];
  const sums = [];
  for (const field of protoFields(profile)) {
    if (!("bytes" in field)) continue;
    if (field.number === 1) types.push(valueTypeName(field.bytes));
    else if (field.number === 6) strings.push(field.bytes);
    else if (field.number === 2) addSample(sums, field.bytes);
  }
  const decoder = new TextDecoder();
  const names4 = types.map((index) => decoder.decode(strings[index]));
  const total = (name2) => sums[names4.indexOf(name2)] ?? 0;
  if (!Object.values(sampleTypes).every((name2) => names4.includes(name2))) return null;
  return {
    allocBytes: total(sampleTypes.allocBytes),
    allocObjects: total(sampleTypes.allocObjects),
    inuseBytes: total(sampleTypes.inuseBytes),
    inuseObjects: total(sampleTypes.inuseObjects)
  };
}
function valueTypeName(message) {
  for (const field of protoFields(message))
    if (field.number === 1 && "varint" in field) return field.varint;
  return 0;
}
function addSample(sums, message) {
  let column = 0;
  for (const field of protoFields(message)) {
    if (field.number !== 2) continue;
    const values = "bytes" in field ? packedVarints(field.bytes) : [field.varint];
    for (const value of values) {
      sums[column] = (sums[column] ?? 0) + value;
      column++;
    }
  }
}
function samplingError(bytes3, rate) {
  return bytes3 > 0 && rate > 0 ? 1 / Math.sqrt(Math.max(1, bytes3 / rate)) : null;
}

// src/run/heap-record.ts
var maxProfileBytes3 = 256 << 20;
var amount = number2().check(_nonnegative());
var totalsSchema = object({
  allocBytes: amount,
  allocObjects: amount,
  inuseBytes: amount,
  inuseObjects: amount
});
async function heapRecord(run, records, store) {
  const totals = records.hasProfile ? await totalsOf(records, store) : null;
  if (totals === null && records.timeline.samples === 0) return [];
  return [
    {
      package: run.package,
      leg: run.leg,
      outcome: run.ending,
      metrics: {
        allocBytes: totals?.allocBytes ?? null,
        allocObjects: totals?.allocObjects ?? null,
        inuseBytes: totals?.inuseBytes ?? null,
        inuseObjects: totals?.inuseObjects ?? null,
        liveHeapPeakBytes: records.timeline.liveHeapPeakBytes,
        peakRssBytes: run.peakRssBytes,
        goroutinesAtEnd: records.timeline.goroutinesAtEnd
      },
      tests: [],
      functions: [],
      sampling: {
        rate: memProfileRate,
        relativeError: totals === null ? null : samplingError(totals.allocBytes, memProfileRate)
      }
    }
  ];
}
async function totalsOf(records, store) {
  const memo = records.start === null ? null : join24(store, records.start.record, "totals.json");
  const known = memo === null ? null : parseTotals(await readBounded(memo, 1 << 16));
  if (known !== null) return known;
  const bytes3 = await readBoundedBytes(join24(records.folder, "heap.pprof"), maxProfileBytes3);
  const totals = bytes3 === null ? null : profileTotals(bytes3);
  if (memo !== null && totals !== null)
    await writeFile7(memo, JSON.stringify(totals)).catch(() => void 0);
  return totals;
}
function parseTotals(json) {
  try {
    const parsed = totalsSchema.safeParse(JSON.parse(json ?? ""));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

// src/gotest/fold.ts
import { Buffer as Buffer9 } from "node:buffer";

// src/gotest/event.ts
function parseEvent(line) {
  if (!line.startsWith("{")) return null;
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const raw = value;
  if (typeof raw["Action"] !== "string") return null;
  const text4 = (field) => typeof field === "string" ? field : "";
  return {
    action: raw["Action"],
    package: text4(raw["Package"]),
    test: text4(raw["Test"]),
    output: text4(raw["Output"]),
    elapsedSeconds: isSeconds(raw["Elapsed"]) ? raw["Elapsed"] : null,
    importPath: text4(raw["ImportPath"]),
    failedBuild: text4(raw["FailedBuild"])
  };
}
function isSeconds(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

// src/gotest/lines.ts
import { Buffer as Buffer8 } from "node:buffer";
var newline = 10;
var maxLineBytes = 4 * 1024 * 1024;
function splitLines(onLine) {
  let pending = [];
  let pendingBytes = 0;
  const keep = (part) => {
    const room = maxLineBytes - pendingBytes;
    if (room <= 0 || part.length === 0) return;
    pending.push(Buffer8.from(part.subarray(0, room)));
    pendingBytes += Math.min(room, part.length);
  };
  const take = () => {
    const text4 = Buffer8.concat(pending, pendingBytes).toString("utf8");
    pending = [];
    pendingBytes = 0;
    return text4;
  };
  return {
    push(chunk) {
      const bytes3 = Buffer8.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let start = 0;
      const first = bytes3.indexOf(newline);
      if (pendingBytes > 0 && first >= 0) {
        keep(bytes3.subarray(0, first));
        onLine(take());
        start = first + 1;
      }
      const last = bytes3.lastIndexOf(newline);
      if (last >= start) {
        const text4 = bytes3.toString("utf8", start, last);
        let from = 0;
        for (let to = text4.indexOf("\n"); to >= 0; to = text4.indexOf("\n", from)) {
          onLine(text4.slice(from, to));
          from = to + 1;
        }
        onLine(text4.slice(from));
        start = last + 1;
      }
      keep(bytes3.subarray(start));
    },
    end() {
      if (pendingBytes === 0) return false;
      onLine(take());
      return true;
    }
  };
}

// src/gotest/fold.ts
function createFold(listener = {}) {
  const state = {
    packages: /* @__PURE__ */ new Map(),
    builds: /* @__PURE__ */ new Map(),
    plain: createExcerpt(),
    events: 0,
    plainLines: 0
  };
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event === null) {
      if (line === "") return;
      state.plainLines++;
      const kept = Buffer9.from(line).toString("utf8");
      state.plain.add(`${kept}
`);
      foldPlainLine(state, kept, listener);
      return;
    }
    state.events++;
    if (event.package === "") foldBuild(state, event);
    else {
      const fold = packageOf2(state, event.package);
      const over = fold.action !== null;
      foldEvent(fold, event);
      if (!over && fold.action !== null) listener.packageEnded?.(fold, state);
      if (event.action === "output") listener.output?.(event);
    }
  });
  return { state, push: lines.push, end: lines.end };
}
function packageOf2(state, name2) {
  let fold = state.packages.get(name2);
  if (fold === void 0) {
    fold = newPackageFold(name2);
    state.packages.set(name2, fold);
  }
  return fold;
}
function foldPlainLine(state, line, listener) {
  const name2 = unbuiltPackage(line);
  if (name2 === null) return;
  const fold = packageOf2(state, name2);
  fold.buildFailed = true;
  fold.action = "fail";
  listener.packageEnded?.(fold, state);
}
function foldBuild(state, event) {
  if (event.action !== "build-output") return;
  let output = state.builds.get(event.importPath);
  if (output === void 0) {
    output = createExcerpt();
    state.builds.set(event.importPath, output);
  }
  output.add(event.output);
}

// src/run/round.ts
import { readdir as readdir10, writeFile as writeFile8 } from "node:fs/promises";
import { dirname as dirname4 } from "node:path";
var roundPurposes = ["rebuild", "exit", "strace", "runtime"];
var roundSchema = object({
  schema: literal(1),
  purpose: _enum(roundPurposes),
  packages: array(string2()),
  command: array(string2())
});
var parseRound = recordParser(roundSchema);
async function writeRound(folder, round) {
  await writeFile8(goTestFiles.round(folder), JSON.stringify(round));
}
async function readRounds(out, leg) {
  const parent = dirname4(layout.round(out, leg, 1));
  const numbers = (await readdir10(parent).catch(() => [])).filter((entry2) => /^[1-9]\d{0,3}$/.test(entry2)).map(Number).sort((a, b) => a - b);
  const found = [];
  for (const number3 of numbers) {
    const folder = layout.round(out, leg, number3);
    const round = parseRound(await readBounded(goTestFiles.round(folder), 1 << 20));
    if (round !== null) found.push({ folder, round });
  }
  return found;
}

// src/run/tail.ts
import { open as open6 } from "node:fs/promises";
import { Buffer as Buffer10 } from "node:buffer";
var chunkBytes = 1024 * 1024;
async function followFile(path2, onChunk) {
  const file = await open6(path2, "r");
  const buffer = Buffer10.allocUnsafe(chunkBytes);
  let position4 = 0;
  return {
    async read() {
      for (; ; ) {
        const { bytesRead } = await readAt3(file, buffer, position4);
        if (bytesRead === 0) return;
        position4 += bytesRead;
        await onChunk(buffer.subarray(0, bytesRead));
      }
    },
    close: () => file.close()
  };
}
async function readChunks(path2, onChunk) {
  let tail;
  try {
    tail = await followFile(path2, onChunk);
  } catch {
    return false;
  }
  try {
    await tail.read();
  } finally {
    await tail.close();
  }
  return true;
}
function readAt3(file, buffer, position4) {
  return file.read(buffer, 0, buffer.length, position4);
}

// src/run/leg-evidence.ts
var maxStderrBytes = 4 << 20;
async function readLeg(out, leg) {
  const rounds = [];
  for (const { folder, round } of await readRounds(out, leg.name))
    rounds.push({ round, evidence: await readGoTest(folder) });
  return { leg, main: await readGoTest(layout.leg(out, leg.name)), rounds };
}
function resultsOf(evidence, packageName) {
  const again = evidence.rounds.findLast(
    ({ round, evidence: own2 }) => round.purpose === "rebuild" && round.packages.includes(packageName) && own2.stream.packages.has(packageName)
  );
  return again?.evidence ?? evidence.main;
}
async function readGoTest(folder) {
  const fold = createFold();
  const found = await readChunks(goTestFiles.events(folder), fold.push);
  const cut2 = fold.end() && found;
  const read = (path2, maxBytes3) => readBounded(path2, maxBytes3);
  return {
    stream: fold.state,
    cut: cut2,
    goEnd: parseGoEndRecord(await read(goTestFiles.goEnd(folder), 1 << 20)),
    goStderr: await read(goTestFiles.goStderr(folder), maxStderrBytes) ?? "",
    guard: parseGuardRecord(await read(goTestFiles.guard(folder), 1 << 20)),
    watcherKills: parseWatcherKills(await read(goTestFiles.watcherKills(folder), 1 << 20))
  };
}

// src/run/killed-build.ts
function killedBuild(request, results) {
  const { evidence, planned } = request;
  const { main, leg } = evidence;
  if (results === main) return null;
  const fold = main.stream.packages.get(planned.package) ?? null;
  const missing = completeness(planned.declared, fold, leg.repeats);
  const run = {
    package: planned.package,
    leg: leg.name,
    ending: "build-failed",
    cached: false,
    cause: null,
    attempts: [],
    elapsedMs: null,
    peakRssBytes: null,
    output: "",
    tests: { passed: 0, failed: 0, skipped: 0, failures: [], ...missing }
  };
  const ending = endingFacts({
    leg,
    goEnd: main.goEnd,
    fold,
    last: null,
    cached: false,
    missingTests: missing.unfinished.length + missing.neverRan.length,
    cancelledAt: null
  });
  const cause = diagnose(
    causeFacts({
      run,
      ending,
      race: leg.race,
      planned,
      fold,
      goTest: main,
      last: null,
      blackBox: null,
      diagnosis: noDiagnosis,
      cancelSignal: null,
      kernelPids: request.plan.kernelPids
    })
  );
  return {
    number: 0,
    ending: "build-failed",
    exitCode: null,
    signal: null,
    coreDumped: false,
    limits: {},
    elapsedMs: null,
    peakRssBytes: null,
    ...cause === null ? {} : { cause }
  };
}

// src/run/report-attempt.ts
import { join as join26, relative as relative4 } from "node:path";

// src/run/logs.ts
import { appendFile, mkdir as mkdir5, rm as rm11 } from "node:fs/promises";
import { join as join25 } from "node:path";
var logName = "output.txt";
var flushChars = 1 << 20;
async function writeLogs(out, report) {
  for (const leg of report.legs) {
    const wanted = report.packages.filter((run) => run.leg === leg.name && needsLog(run.ending));
    const rebuilds = (await readRounds(out, leg.name)).filter(
      ({ round }) => round.purpose === "rebuild"
    );
    const folderOf = ({ package: name2 }) => rebuilds.findLast(({ round }) => round.packages.includes(name2))?.folder ?? layout.leg(out, leg.name);
    for (const folder of new Set(wanted.map(folderOf)))
      await writeLogsOf(
        out,
        folder,
        wanted.filter((run) => folderOf(run) === folder)
      );
  }
}
function needsLog(ending) {
  return ending !== "passed" && ending !== "no-tests" && ending !== "not-started";
}
async function writeLogsOf(out, goTestFolder, wanted) {
  const logs = /* @__PURE__ */ new Map();
  for (const run of wanted) {
    const folder = join25(
      layout.package(out, run.leg, run.package),
      `attempt-${String(run.attempts.at(-1)?.number ?? 1)}`
    );
    await mkdir5(folder, { recursive: true });
    const path2 = join25(folder, logName);
    await rm11(path2, { force: true });
    logs.set(run.package, { path: path2, pending: [], chars: 0 });
  }
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event?.action !== "output") return;
    const log = logs.get(event.package);
    if (log === void 0) return;
    log.pending.push(event.output);
    log.chars += event.output.length;
  });
  const flush = async (minChars) => {
    for (const log of logs.values()) {
      if (log.pending.length === 0 || log.chars < minChars) continue;
      const text4 = log.pending.join("");
      log.pending = [];
      log.chars = 0;
      await appendFile(log.path, text4);
    }
  };
  await readChunks(goTestFiles.events(goTestFolder), async (chunk) => {
    lines.push(chunk);
    await flush(flushChars);
  });
  lines.end();
  await flush(0);
}

// src/run/report-attempt.ts
function reportAttempt(record3, packageEnding, out, snapshot) {
  const { end, start, timeline, core, coreExcerpt } = record3;
  const at2 = (name2) => relative4(out, join26(record3.folder, name2));
  const died = needsLog(packageEnding) && packageEnding !== "failed";
  return {
    number: record3.number,
    ending: packageEnding,
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    coreDumped: end?.coreDumped ?? false,
    limits: start?.limits ?? {},
    elapsedMs: end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes([record3]),
    ...needsLog(packageEnding) ? { log: at2(logName) } : {},
    ...record3.hasProfile ? { profile: at2("heap.pprof") } : {},
    ...snapshot === null ? {} : { snapshot: relative4(out, snapshot.folder), blackBox: snapshot.blackBox },
    ...died && timeline.points.length > 1 ? { timeline: timeline.points } : {},
    ...core === null ? {} : { core: at2(core) },
    ...coreExcerpt === null ? {} : { coreText: at2(coreTextName), coreExcerpt }
  };
}
function peakRssBytes(records) {
  const peaks = records.map(({ end, timeline }) => end?.maxRssBytes ?? timeline.rssPeakBytes ?? 0);
  const peak = Math.max(0, ...peaks);
  return peak > 0 ? peak : null;
}

// src/run/assemble-package.ts
var maxFailures2 = 500;
var maxNames = 5e3;
async function assemblePackage(request) {
  const { evidence, planned, out, plan, cancel } = request;
  const { leg } = evidence;
  const goTest = resultsOf(evidence, planned.package);
  const fold = goTest.stream.packages.get(planned.package) ?? null;
  const folder = layout.package(out, leg.name, planned.package);
  const all = await readAttempts(folder);
  const own2 = all.filter(({ start, end }) => (start ?? end)?.run === plan.run);
  const results = own2.filter(({ diagnose: diagnose2 }) => !diagnose2);
  const cached2 = results.length === 0 && fold?.saysCached === true && fold.action === "pass";
  const carried = cached2 && fold.record !== null ? await findCarried(request, all, fold.record, folder) : null;
  const records = carried === null ? results : [carried];
  const tests2 = completeness(planned.declared, fold, leg.repeats);
  const last = records.at(-1) ?? null;
  const facts = endingFacts({
    leg,
    goEnd: goTest.goEnd,
    fold,
    last: results.at(-1) ?? null,
    cached: cached2,
    missingTests: tests2.unfinished.length + tests2.neverRan.length,
    cancelledAt: cancel?.at ?? null
  });
  const ending = decideEnding(facts);
  const snapshot = last === null || cached2 ? null : await readBlackBox(last, plan.directory);
  const run = {
    package: planned.package,
    leg: leg.name,
    ending,
    cached: cached2,
    cause: null,
    attempts: records.map(
      (record3) => reportAttempt(record3, ending, out, record3 === last ? snapshot : null)
    ),
    elapsedMs: fold?.elapsedMs ?? last?.end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes(records),
    output: ending === "passed" || ending === "no-tests" ? "" : packageOutput(goTest, fold),
    tests: {
      passed: fold?.passed ?? 0,
      failed: fold?.failed ?? 0,
      skipped: fold?.skipped ?? 0,
      failures: failures(fold, planned, plan.directory),
      unfinished: tests2.unfinished.slice(0, maxNames),
      neverRan: tests2.neverRan.slice(0, maxNames)
    }
  };
  const diagnosis = await readDiagnosis({
    attempts: own2.filter((record3) => record3.diagnose),
    exitCode: results.at(-1)?.end?.exitCode ?? null,
    directory: plan.directory
  });
  run.cause = diagnose(
    causeFacts({
      run,
      ending: facts,
      race: leg.race,
      planned,
      fold,
      goTest,
      last: results.at(-1) ?? null,
      blackBox: snapshot?.blackBox ?? null,
      diagnosis,
      cancelSignal: cancel?.signal ?? null,
      kernelPids: plan.kernelPids
    })
  );
  const before = killedBuild(request, goTest);
  if (before !== null) run.attempts.unshift(before);
  return {
    run,
    crashText: facts.crash.file,
    fileIsReliable: facts.crash.fileIsReliable,
    heap: leg.heapProfile && last !== null ? await heapRecord(run, last, leg.store) : [],
    gaps: [
      ...packageGaps(request, run, fold, last),
      ...own2.flatMap(
        ({ problems: problems2 }) => problems2.map((what) => ({ what, leg: leg.name, package: planned.package }))
      ),
      ...diagnosis.gaps(run)
    ]
  };
}
async function findCarried(request, all, record3, packageFolder) {
  const present = all.find(({ start }) => start?.record === record3);
  if (present !== void 0) return present;
  const { leg } = request.evidence;
  return carryOver({
    packageFolder,
    store: leg.store,
    record: record3,
    package: request.planned.package,
    leg: leg.name
  });
}
function failures(fold, planned, directory) {
  const folder = relative5(directory, planned.dir);
  return culprits(fold?.failures ?? []).slice(0, maxFailures2).map((failed) => {
    const message = failureMessage(failed);
    const file = message.file === null ? null : [folder, message.file].filter(Boolean).join("/");
    return { ...message, file };
  });
}
function packageOutput(evidence, fold) {
  const excerpt = createExcerpt(16 * 1024, 16 * 1024);
  const { stream, goStderr } = evidence;
  if (fold === null) excerpt.add(goStderr.slice(-8 * 1024));
  else if (fold.buildFailed) excerpt.add(buildTextOf(fold, stream.builds, goStderr));
  for (const output of fold?.running.values() ?? []) excerpt.add(output.text());
  excerpt.add(fold?.output.text() ?? "");
  return excerpt.text();
}
function* packageGaps(request, run, fold, last) {
  const at2 = { leg: run.leg, package: run.package };
  if (run.cached && last === null) {
    yield {
      what: "the result was cached, and its records (memory, profile) are no longer there; --fresh makes new ones",
      ...at2
    };
  }
  if (run.ending === "passed" && !run.cached && (last?.end ?? null) === null) {
    yield { what: "the test process left no record of its end", ...at2 };
  }
  if (fold !== null && fold.failuresLeftOut > 0) {
    yield {
      what: `${String(fold.failuresLeftOut)} more failed tests are counted but not listed`,
      ...at2
    };
  }
  const { injection, hasTests } = request.planned;
  if (hasTests && injection === "none") {
    yield {
      what: "the agent could not ride along (sources in the module cache, or embedded in a binary): no timeline, no crash file",
      ...at2
    };
  }
}

// src/run/crashes.ts
import { join as join29 } from "node:path";

// src/cause/crash-cause.ts
var plain3 = {
  panic: "panic",
  "fatal-error": "fatal-error",
  signal: "signal",
  timeout: "timeout",
  "data-race": "data-race",
  sanitizer: "sanitizer",
  "goroutine-leak": "goroutine-leak",
  exit: "os-exit",
  killed: "killed",
  "build-failure": "build-failed"
};
var prefixes = {
  panic: "panic: ",
  "fatal-error": "fatal error: "
};
var spoken = /* @__PURE__ */ new Set(["panic", "fatal-error", "signal", "sanitizer"]);
var logged = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
function causeOfCrash(crash) {
  const { kind, message, notes: notes2 } = crash;
  const precise = exactly(crash);
  if (precise !== null) return precise;
  if (!spoken.has(kind)) return plain3[kind];
  const said2 = `${prefixes[kind] ?? `${crash.signal?.name ?? ""}: `}${message}`;
  const text4 = [said2, ...notes2].join("\n");
  const wanted = sayings.filter(
    ({ by, pattern: pattern2 }) => by === "runtime" && (kind !== "panic" || pattern2.source.startsWith("panic: "))
  );
  return wanted.find(({ pattern: pattern2, not }) => pattern2.test(text4) && not?.test(text4) !== true)?.id ?? plain3[kind];
}
function exactly({ kind, message, notes: notes2, panics, stacks, positions }) {
  switch (kind) {
    case "panic": {
      const last = panics.at(-1)?.text ?? message;
      if (last.includes("unexpected call to os.Exit(0) during test")) return "os-exit";
      if (inInit(stacks[0])) return "init-panic";
      return last.includes("invalid memory address or nil pointer dereference") ? "nil-dereference" : null;
    }
    case "exit":
      return notes2.some((note2) => logged.test(note2)) ? "log-fatal" : null;
    case "build-failure":
      return positions.length === 0 && /^(?:go: |\S+: malformed|no required module|package \S+ is not in)/.test(message) ? "setup-failed" : null;
    default:
      return null;
  }
}
function inInit(stack) {
  const frames = stack?.goroutine.frames ?? [];
  return frames.some(({ function: name2 }) => /^runtime\.doInit1?$/.test(name2));
}

// src/crash/blame/running-tests.ts
var maxDepth2 = 32;
function topLevel2(test) {
  return test.split("/", 1)[0] ?? test;
}
function innermost2(tests2) {
  const parents = /* @__PURE__ */ new Set();
  for (const test of tests2) {
    const parts = test.split("/", maxDepth2);
    for (let length = 1; length < parts.length; length++)
      parents.add(parts.slice(0, length).join("/"));
  }
  return tests2.filter((test) => !parents.has(test));
}
function runningSince(crash) {
  return byTime(crash).map(({ test }) => test);
}
function longestRunning(crash) {
  const [first, ...others2] = byTime(crash);
  if (first === void 0) return null;
  const longest = [first, ...others2.filter(({ elapsed }) => elapsed >= first.elapsed)];
  const tests2 = longest.map(({ test }) => test);
  const [leaf, ...more] = innermost2(tests2);
  if (leaf !== void 0 && more.length === 0) return leaf;
  return new Set(tests2.map(topLevel2)).size === 1 ? topLevel2(first.test) : null;
}
function byTime({ runningTests }) {
  const depth2 = (test) => test.split("/").length;
  return runningTests.map(({ test, elapsed }) => ({ test, elapsed: seconds2(elapsed) })).sort((a, b) => b.elapsed - a.elapsed || depth2(b.test) - depth2(a.test));
}
var units = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  µs: 1e-6,
  ns: 1e-9
};
function seconds2(elapsed) {
  let total = 0;
  const parts = /(?<count>\d{1,12}(?:\.\d{1,12})?)(?<unit>ms|µs|ns|[hms])/g;
  for (const { groups } of elapsed.slice(0, 100).matchAll(parts))
    total += Number(groups?.["count"]) * (units[groups?.["unit"] ?? ""] ?? 0);
  return total;
}

// src/crash/blame/culprit-test.ts
var maxSteps = 32;
var named2 = /^(?:Log|Fail) in goroutine after (?<test>\S+) has completed/;
function culpritTest(crash, goroutine, witnesses = []) {
  const inMessage = crash.kind === "panic" ? named2.exec(crash.message)?.groups?.["test"] : void 0;
  if (inMessage !== void 0) return inMessage;
  const asked = goroutine === null ? witnesses : [goroutine, ...witnesses];
  const teller = asked.find((one) => testOfGoroutine(one, crash) !== null) ?? null;
  const told2 = teller === null ? null : testOfGoroutine(teller, crash);
  if (told2 === "none") return null;
  const running = crash.runningTests.map(({ test }) => test);
  const names4 = running.length > 0 ? running : [crash.outputTest].filter((name2) => name2 !== null);
  if (told2 !== null) return fullName(told2.test, teller, names4);
  return ofSuite(goroutine, names4) ?? (running.length > 0 ? longestRunning(crash) : crash.outputTest);
}
function testOfGoroutine(goroutine, { stacks }) {
  let current = goroutine;
  for (let step = 0; step < maxSteps && current !== void 0; step++) {
    const told2 = testOfFrames(current.frames) ?? testOfFunction(current.createdBy);
    if (told2 !== null) return told2;
    for (const { frames, createdBy } of current.ancestors) {
      const before = testOfFrames(frames) ?? testOfFunction(createdBy);
      if (before !== null) return before;
    }
    const creator = current.createdBy?.goroutine ?? null;
    if (creator === null) break;
    current = stacks.find((stack) => stack.goroutine.id === creator)?.goroutine;
  }
  return null;
}
function testOfFrames(frames) {
  const test = testOfStack(frames);
  if (test !== null) return { test };
  for (const frame of frames.toReversed()) {
    const told2 = testOfFunction(frame);
    if (told2 !== null) return told2;
  }
  return null;
}
var startUp = /^[^.]*\.init(?:\.\d+)?$/;
function testOfFunction(frame) {
  if (frame === null) return null;
  const { function: name2, file } = frame;
  if (startUp.test(name2.slice(name2.lastIndexOf("/") + 1))) return "none";
  const test = file.endsWith("_test.go") ? declaredTest(name2) : null;
  return test === null ? null : test === "TestMain" ? "none" : { test };
}
function fullName(test, goroutine, names4) {
  const base = goroutine === null ? null : baseOfTest(goroutine.frames) ?? goroutine.createdBy;
  if (base?.function.endsWith(`.${test}`) === true) return test;
  const subtests = [...new Set(names4)].filter((name2) => topLevel2(name2) === test && name2 !== test);
  const [leaf, ...others2] = innermost2(subtests);
  return leaf === void 0 || others2.length > 0 ? test : leaf;
}
var method = /\.\(?\*?[^.()]+\)?\.(?<method>Test[\p{L}\p{Nd}_]*)$/u;
function ofSuite(goroutine, names4) {
  for (const { function: name2 } of goroutine?.frames ?? []) {
    const test = method.exec(name2)?.groups?.["method"];
    const full = test === void 0 ? void 0 : names4.find((one) => one.split("/").includes(test));
    if (full !== void 0) return full;
  }
  return null;
}

// src/crash/source/frame-path.ts
var made = /^(?:_cgo_(?:gotypes|import)\.go|_cgo_export\.[ch]|_testmain\.go|cgo-\w+-prolog|cgo-generated-wrapper)$/;
var maxChars = 1024;
function plainPath(file) {
  if (file === "" || file.length > maxChars || /^(?:<|\?\?$)|\0/.test(file)) return null;
  const slashed = /^[A-Za-z]:\\/.test(file) || !file.includes("/") ? file.replaceAll("\\", "/") : file;
  const parts = [];
  for (const part of slashed.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return null;
  }
  if (parts.length === 0 || made.test(parts.at(-1) ?? "")) return null;
  return `${slashed.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
function below2(folder, path2) {
  if (folder === "") return null;
  const plain4 = plainPath(folder);
  const start = plain4 === null ? "/" : `${plain4}/`;
  const same2 = /^[A-Za-z]:/.test(start) ? path2.toLowerCase().startsWith(start.toLowerCase()) : path2.startsWith(start);
  return same2 && path2.length > start.length ? path2.slice(start.length) : null;
}
function joined(folder, path2) {
  return folder === "" || path2 === "" ? folder + path2 : `${folder}/${path2}`;
}
function baseName(path2) {
  return path2.slice(path2.lastIndexOf("/") + 1);
}
function* endings(path2, max = 24) {
  let rest = path2.replace(/^\//, "");
  for (let count3 = 0; count3 < max && rest !== ""; count3++) {
    yield rest;
    const slash = rest.indexOf("/");
    rest = slash < 0 ? "" : rest.slice(slash + 1);
  }
}
function isDownloaded(path2) {
  return /@v(?!0\.0\.0\/)\d[^/]*\//.test(path2) || path2.includes("/pkg/mod/") && path2.includes("@v");
}
function isVendored(path2, functionName) {
  if (!/(?:^|\/)vendor\//.test(path2)) return false;
  if (!functionName.includes(".")) return true;
  const importPath = packageOf(functionName);
  const name2 = importPath.slice(importPath.lastIndexOf("/vendor/") + 1).replace(/^vendor\//, "");
  return `/${path2}`.includes(`/vendor/${name2}/`);
}

// src/crash/source/enclosing-function.ts
var maxLines2 = 2e3;
var maxLineChars3 = 500;
var header2 = /^func\s*(?:\([^)]*\)\s*)?(?<name>[\p{L}_][\p{L}\p{Nd}_]*)/u;
function enclosingFunction(lines, line) {
  if (line < 1 || line > lines.length) return null;
  for (let at2 = line; at2 > Math.max(0, line - maxLines2); at2--) {
    const text4 = (lines[at2 - 1] ?? "").slice(0, maxLineChars3);
    const name2 = header2.exec(text4)?.groups?.["name"];
    if (name2 !== void 0) return { name: name2, line: at2 };
    if (at2 < line && /^[})]/.test(text4)) return null;
  }
  return null;
}

// src/crash/function-name.ts
var nameless = /^(?:func\d+|gowrap\d+|deferwrap\d+|\d+|glob|)$/;
function identifiersOf(functionName) {
  return localParts(functionName).filter((part) => !nameless.test(part));
}
function isClosure(functionName) {
  const last = localParts(functionName).at(-1) ?? "";
  return /-range\d+$/.test(withoutTypes(functionName)) || /^(?:func\d+|\d+)$/.test(last);
}
function localParts(functionName) {
  const plain4 = withoutTypes(functionName);
  const path2 = plain4.slice(plain4.lastIndexOf("/") + 1);
  const dot = path2.indexOf(".");
  if (dot < 0) return [path2];
  return path2.slice(dot + 1).split(".").map((part) => part.replace(/^\(\*?(?<type>[^)]*)\)/, "$<type>").replace(/-\w+$/, ""));
}
function withoutTypes(name2) {
  if (!name2.includes("[")) return name2;
  let depth2 = 0;
  let kept = "";
  for (const char of name2) {
    if (char === "[") depth2++;
    else if (char === "]") depth2 = Math.max(0, depth2 - 1);
    else if (depth2 === 0) kept += char;
  }
  return kept;
}
function shortName2(functionName) {
  const plain4 = withoutTypes(functionName);
  const path2 = packageOf(plain4);
  const dot = plain4.indexOf(".", plain4.lastIndexOf("/") + 1);
  return dot < 0 ? plain4 : `${path2.slice(path2.lastIndexOf("/") + 1)}${plain4.slice(dot)}`;
}

// src/crash/blame/module-prefix.ts
var depths = [
  {
    host: /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|git\.sr\.ht|golang\.org|google\.golang\.org)$/,
    sample: "github.com/ada/engine/notes",
    elements: 3
  },
  { host: /\./, sample: "example.com/engine/notes", elements: 2 },
  { host: /^/, sample: "engine/notes", elements: 1 }
];
function modulePrefix(importPath) {
  const parts = importPath.split("/");
  const elements = depths.find(({ host }) => host.test(parts[0] ?? ""))?.elements ?? 1;
  return parts.slice(0, elements).join("/").replace(/_test$/, "");
}
function isBelow2(importPath, prefix) {
  return importPath === prefix || importPath === `${prefix}_test` || importPath.startsWith(`${prefix}/`);
}

// src/crash/source/located-frame.ts
function locateFrame(frame, repository) {
  const path2 = plainPath(frame.file);
  if (path2 === null || isDownloaded(path2)) return null;
  const inside = below2(repository.root, path2);
  if (inside !== null && repository.has(inside)) return { ...frame, file: inside };
  const module2 = moduleOf(packageOf(frame.function), repository);
  const places = module2 === null ? null : placesIn(frame, path2, module2);
  const known = places === null ? byEnding(frame, path2, repository) : places.find(repository.has) ?? moved(path2, repository);
  if (known === null && inside === null && path2.includes("/") && isGoFile(path2)) return null;
  const file = plainPath(known ?? inside ?? places?.[0] ?? "");
  return file === null ? null : { ...frame, file };
}
function moduleOf(importPath, { modules }) {
  let found = null;
  for (const module2 of modules)
    if (isBelow2(importPath, module2.path) && module2.path.length >= (found?.path.length ?? 0))
      found = module2;
  return found;
}
function placesIn({ function: name2 }, path2, module2) {
  const folderOf = (plain4) => joined(module2.directory, plain4.slice(module2.path.length + 1));
  const importPath = packageOf(name2);
  const beside = [importPath.replace(/_test$/, ""), importPath].map(
    (plain4) => joined(folderOf(plain4), baseName(path2))
  );
  const unversioned = path2.replace("@v0.0.0/", "/");
  return unversioned.startsWith(`${module2.path}/`) ? [folderOf(unversioned), ...beside] : beside;
}
function moved(path2, { has }) {
  for (const file of endings(path2))
    if ((file.includes("/") || !file.endsWith(".go")) && has(file)) return file;
  return null;
}
function byEnding(frame, path2, repository) {
  const { function: name2 } = frame;
  const nameless2 = !name2.includes(".") && name2 !== "panic" || /^(?:main|command-line-arguments)(?:_test)?\./.test(name2);
  if (!nameless2) return null;
  for (const file of endings(path2))
    if (repository.has(file)) return agrees(frame, path2, file, repository) ? file : null;
  return null;
}
function agrees(frame, path2, file, repository) {
  const lines = repository.lines(file);
  if (lines !== null && frame.line > lines.length) return false;
  const names4 = identifiersOf(frame.function);
  const isInit = names4.includes("init");
  let isTelling = file.includes("/");
  if (lines !== null && file.endsWith(".go")) {
    const around = enclosingFunction(lines, frame.line)?.name ?? (isInit ? "init" : "");
    if (!names4.includes(around)) return false;
    isTelling ||= around !== "main" && !isInit;
  }
  return isTelling || liesInRoot(path2.slice(0, -file.length - 1), repository);
}
function liesInRoot(folder, { root, modules }) {
  const names4 = modules.filter(({ directory }) => directory === "").map(({ path: path2 }) => path2);
  return [root, ...names4].map(baseName).includes(baseName(folder));
}

// src/crash/blame/tested-package.ts
var maxStacks = 1e3;
function testedPackage({ package: told2, stacks }) {
  if (told2 !== null) return told2;
  for (const { goroutine } of stacks.slice(0, maxStacks)) {
    const found = testedPackageOf(goroutine.frames, goroutine.createdBy);
    if (found !== null) return found;
  }
  return null;
}
function testedPackageOf(frames, createdBy) {
  const base = baseOfTest(frames);
  for (const frame of [base, ...frames.toReversed(), createdBy])
    if (frame?.file.endsWith("_test.go") === true && declaredTest(frame.function) !== null)
      return packageOf(frame.function).replace(/_test$/, "");
  return null;
}

// src/crash/blame/own-code.ts
function ownCode(crash, repository) {
  const judge2 = isKnown(repository) ? withRepository(repository) : withoutRepository(crash);
  const judged = /* @__PURE__ */ new Map();
  const remembered = (frame) => {
    const known = judged.get(frame) ?? judge2(frame);
    judged.set(frame, known);
    return known;
  };
  return {
    authorOf(frame) {
      const found = remembered(frame);
      return typeof found === "string" ? found : "user";
    },
    locate(frame) {
      const found = remembered(frame);
      return typeof found === "string" ? null : found;
    }
  };
}
function isKnown({ modules, root }) {
  return modules.length > 0 || root !== "";
}
function withRepository(repository) {
  const isGoItself = repository.modules.some(({ path: path2 }) => path2 === "std");
  return (frame) => {
    if (isNobodys(frame)) return "surroundings";
    const importPath = packageOf(frame.function);
    const ofGo = isRuntime(frame) || importPath === "testing" || isStandardLibrary(frame);
    const maybeOurs = isGoItself || moduleOf(importPath, repository) !== null;
    if (ofGo && (isRuntime(frame) || importPath === "testing" || !maybeOurs)) return "go";
    const located = locateFrame(frame, repository);
    if (located !== null && !isVendored(located.file, frame.function)) return located;
    if (ofGo) return "go";
    return isSurroundings(frame) ? "surroundings" : othersOf(frame, importPath);
  };
}
var foreignC = /(?:^|\/)(?:usr|sysdeps|libsanitizer|sanitizer_common|compiler-rt|runtime\/cgo)\//;
function withoutRepository(crash) {
  const tested = testedPackage(crash);
  const home = tested === null ? null : modulePrefix(tested);
  return (frame) => {
    if (isNobodys(frame)) return "surroundings";
    if (isRuntime(frame) || isStandardLibrary(frame)) return "go";
    const path2 = plainPath(frame.file) ?? "";
    if (isSurroundings(frame) && !isOwnC(frame, path2)) return "surroundings";
    const importPath = packageOf(frame.function);
    const named3 = /[./]/.test(importPath);
    const elsewhere = home !== null && named3 && !isBelow2(importPath, home);
    const others2 = othersOf(frame, importPath);
    return others2 === "dependency" || elsewhere ? others2 : frame;
  };
}
function othersOf({ function: name2, file }, importPath) {
  const path2 = plainPath(file) ?? "";
  const isProgram = importPath === "main";
  return !isProgram && (isDownloaded(path2) || isVendored(path2, name2)) ? "dependency" : "elsewhere";
}
function isOwnC({ function: name2 }, path2) {
  return /\.(?:c|cc|cpp|cxx|m|h|hpp|go)$/i.test(path2) && !foreignC.test(path2) && !name2.includes(".");
}
function isNobodys(frame) {
  return isGuard(frame) || plainPath(frame.file) === null;
}

// src/crash/blame/foreign.ts
var maxStacks2 = 1e3;
function isForeign(crash, repository) {
  const code = ownCode(crash, repository);
  const known = isKnown(repository);
  let others2 = false;
  for (const { goroutine } of crash.stacks.slice(0, maxStacks2)) {
    const { frames, createdBy } = goroutine;
    for (const frame of createdBy === null ? frames : [...frames, createdBy]) {
      const author = code.authorOf(frame);
      const isAnybodys = author === "user" && !known && packageOf(frame.function) === "main";
      if (author === "user" && !isAnybodys) return false;
      if (author === "elsewhere") others2 = true;
    }
  }
  return others2;
}

// src/crash/source/repository.ts
var noRepository = {
  modules: [],
  root: "",
  has: () => false,
  lines: () => null
};

// src/crash/blame/test-helper.ts
var assertionPackages = [
  { path: "github.com/stretchr/testify", sample: "github.com/stretchr/testify/require.NotPanics" },
  { path: "gotest.tools", sample: "gotest.tools/v3/assert.NilError" },
  { path: "github.com/onsi/gomega", sample: "github.com/onsi/gomega/internal.(*Assertion).Should" },
  { path: "github.com/onsi/ginkgo", sample: "github.com/onsi/ginkgo/v2.Fail" },
  { path: "github.com/google/go-cmp", sample: "github.com/google/go-cmp/cmp.Diff" },
  { path: "github.com/frankban/quicktest", sample: "github.com/frankban/quicktest.(*C).Assert" },
  { path: "github.com/matryer/is", sample: "github.com/matryer/is.(*I).Equal" },
  { path: "gopkg.in/check.v1", sample: "gopkg.in/check%2ev1.(*C).Assert" },
  { path: "github.com/go-check/check", sample: "github.com/go-check/check.(*C).Assert" },
  { path: "go.uber.org/mock", sample: "go.uber.org/mock/gomock.(*Controller).Call" },
  { path: "github.com/golang/mock", sample: "github.com/golang/mock/gomock.(*Controller).Call" },
  {
    path: "github.com/gojuno/minimock",
    sample: "github.com/gojuno/minimock/v3.(*Controller).Wait"
  },
  {
    path: "github.com/petergtz/pegomock",
    sample: "github.com/petergtz/pegomock/v4.(*VerifierX).Verify"
  },
  {
    path: "github.com/DATA-DOG/go-sqlmock",
    sample: "github.com/DATA-DOG/go-sqlmock.(*sqlmock).Close"
  },
  {
    path: "github.com/jarcoal/httpmock",
    sample: "github.com/jarcoal/httpmock.(*MockTransport).RoundTrip"
  },
  { path: "github.com/h2non/gock", sample: "github.com/h2non/gock.(*Transport).RoundTrip" },
  { path: "github.com/smartystreets", sample: "github.com/smartystreets/goconvey/convey.So" },
  { path: "github.com/smarty/assertions", sample: "github.com/smarty/assertions.So" },
  { path: "github.com/shoenig/test", sample: "github.com/shoenig/test/must.Eq[...]" },
  { path: "github.com/alecthomas/assert", sample: "github.com/alecthomas/assert/v2.Equal[...]" },
  { path: "github.com/carlmjohnson/be", sample: "github.com/carlmjohnson/be.Equal[...]" },
  { path: "github.com/nalgeon/be", sample: "github.com/nalgeon/be.Equal[...]" },
  { path: "github.com/maxatome/go-testdeep", sample: "github.com/maxatome/go-testdeep/td.Cmp" },
  { path: "github.com/gavv/httpexpect", sample: "github.com/gavv/httpexpect/v2.(*Request).Expect" },
  {
    path: "github.com/rogpeppe/go-internal",
    sample: "github.com/rogpeppe/go-internal/testscript.Run"
  },
  { path: "github.com/sebdah/goldie", sample: "github.com/sebdah/goldie/v2.(*Goldie).Assert" },
  {
    path: "github.com/gkampitakis/go-snaps",
    sample: "github.com/gkampitakis/go-snaps/snaps.MatchSnapshot"
  },
  { path: "go.uber.org/goleak", sample: "go.uber.org/goleak.VerifyNone" },
  { path: "pgregory.net/rapid", sample: "pgregory.net/rapid.Check" }
];
var mockFile = /(?:^|\/)(?:mock_[^/]*|[^/]*_(?:mock|mocks|moq|minimock)(?:_test)?|mocks?)\.go$|(?:^|\/)(?:mocks?|[^/]*fakes)\/[^/]*\.go$/;
var mockHeader = /^\/\/ Code generated by (?:mockery|MockGen|moq|counterfeiter|minimock|pegomock|charlatan)\b/i;
var headerLines = 20;
var maxLineChars4 = 500;
function isTestHelper(frame, located, { lines: linesOf }) {
  const { function: name2 } = frame;
  if (assertionPackages.some(({ path: path2 }) => isBelow2(packageOf(name2), path2))) return true;
  const lines = linesOf(located.file);
  if (isMock(located.file, lines)) return true;
  return lines !== null && callsHelper(name2, located.line, lines);
}
function isMock(file, lines) {
  if (lines === null) return mockFile.test(file);
  const generated = lines.slice(0, headerLines).find((line) => line.startsWith("// Code generated by "));
  return generated === void 0 ? false : mockHeader.test(generated.slice(0, maxLineChars4));
}
function callsHelper(name2, line, lines) {
  const around = enclosingFunction(lines, line);
  if (around === null) return false;
  if (!isClosure(name2) && declaredTest(`p.${around.name}`) !== null) return false;
  const start = isClosure(name2) ? literalAround(lines, around.line, line) : around.line;
  if (start === null) return false;
  const body = indent(lines[start - 1]) + 1;
  for (let at2 = start; at2 <= line; at2++) {
    const text4 = (lines[at2 - 1] ?? "").slice(0, maxLineChars4);
    if (!/\.Helper\(\)/.test(text4)) continue;
    if (at2 === start || indent(text4) === body) return true;
  }
  return false;
}
function literalAround(lines, from, line) {
  let inside = indent(lines[line - 1]);
  for (let at2 = line; at2 >= from; at2--) {
    const text4 = (lines[at2 - 1] ?? "").slice(0, maxLineChars4);
    if (text4.trim() === "") continue;
    const margin = indent(text4);
    if (/\bfunc\s*\(/.test(text4) && (margin < inside || at2 === line)) return at2;
    inside = Math.min(inside, margin);
  }
  return null;
}
function indent(text4 = "") {
  const margin = /^[\t ]*/.exec(text4.slice(0, maxLineChars4))?.[0] ?? "";
  const tabs = margin.replace(/ /g, "").length;
  return tabs + (margin.length - tabs) / 4;
}

// src/crash/blame/guilt.ts
var nobody = {
  blame: null,
  related: [],
  goroutine: null,
  witnesses: [],
  skipped: 0
};
function investigate(crash, known) {
  const foreign2 = isForeign(crash, known);
  const repository = foreign2 ? noRepository : known;
  const code = ownCode(foreign2 ? { ...crash, package: null } : crash, repository);
  const helpers = /* @__PURE__ */ new Map();
  return {
    ...code,
    crash,
    repository,
    isHelper(frame) {
      const known2 = helpers.get(frame);
      if (known2 !== void 0) return known2;
      const located = code.locate(frame);
      const helps = located !== null && isTestHelper(frame, located, repository);
      helpers.set(frame, helps);
      return helps;
    }
  };
}
function guiltyFrame(frames, { locate, isHelper }) {
  let helper2 = null;
  for (const frame of frames) {
    const located = locate(frame);
    if (located === null) continue;
    if (!isHelper(frame)) return located;
    helper2 ??= located;
  }
  return helper2;
}
function guiltyLine({ frames, createdBy, ancestors }, investigation) {
  const { locate, isHelper } = investigation;
  const onStack = guiltyFrame(frames, investigation);
  const isHelpers = onStack !== null && frames.every((frame) => locate(frame) === null || isHelper(frame));
  if (onStack !== null && !isHelpers) return onStack;
  const start = creationOf({ createdBy, ancestors }, investigation);
  return start ?? onStack;
}
function creationOf({ createdBy, ancestors }, investigation) {
  const own2 = createdBy === null ? null : investigation.locate(createdBy);
  if (own2 !== null) return plainFrame(own2);
  for (const ancestor2 of ancestors) {
    const line = guiltyFrame(
      [...ancestor2.frames, ...ancestor2.createdBy === null ? [] : [ancestor2.createdBy]],
      investigation
    );
    if (line !== null) return plainFrame(line);
  }
  return null;
}
function related(frame, role) {
  return frame === null ? [] : [{ ...plainFrame(frame), role }];
}
function plainFrame({ function: name2, file, line }) {
  return { function: name2, file, line };
}
function isSameLine(a, b) {
  return a !== null && b !== null && a.file === b.file && a.line === b.line;
}
function isThirdParty(author) {
  return author === "dependency" || author === "elsewhere";
}
function thirdPartyBefore(frames, blame, { authorOf, locate }) {
  if (blame === null) return null;
  for (const frame of frames) {
    if (isSameLine(locate(frame), blame)) return null;
    if (isThirdParty(authorOf(frame))) return frame;
  }
  return null;
}
function guiltOfStack(goroutine, investigation) {
  const blame = guiltyLine(goroutine, investigation);
  return {
    blame,
    related: [
      ...related(thirdPartyBefore(goroutine.frames, blame, investigation), "raised in"),
      ...related(creationOf(goroutine, investigation), "created by")
    ],
    goroutine,
    witnesses: [],
    skipped: 0
  };
}

// src/crash/blame/panics-on-stack.ts
var raises = /^(?:panic|runtime\.gopanic)$/;
function panicStarts(frames) {
  const starts = [0];
  frames.forEach((frame, index) => {
    if (raises.test(frame.function) && index > 0) starts.push(index + 1);
  });
  return starts;
}
function repanicsAtTop(panics) {
  const last = panics.at(-1);
  if (last === void 0) return 0;
  let again = last.repanicked ? 1 : 0;
  let at2 = panics.length - 1;
  while (at2 > 0 && panics[at2 - 1]?.recovered === true && panics[at2 - 1]?.text === last.text) {
    again++;
    at2--;
  }
  return again > 0 && at2 === 0 ? "all" : again;
}

// src/crash/blame/blame-of-panic.ts
var tooLate = /^(?<act>Log|Fail) in goroutine after \S+ has completed/;
function blameOfPanic(investigation) {
  const { crash } = investigation;
  const goroutine = crash.stacks[0]?.goroutine;
  if (goroutine === void 0) return nobody;
  const { frames } = goroutine;
  const starts = panicStarts(frames);
  const again = repanicsAtTop(crash.panics);
  const outermost = frames.findLastIndex((frame) => investigation.locate(frame) !== null);
  const hasLine = (start) => start <= outermost;
  const origin2 = again === "all" ? starts.findLast(hasLine) : starts.slice(again).find(hasLine);
  const skipped2 = origin2 ?? starts.find(hasLine) ?? 0;
  const guilt = guiltOfStack({ ...goroutine, frames: frames.slice(skipped2) }, investigation);
  const found = { ...guilt, goroutine, skipped: skipped2 };
  const creation2 = creationOf(goroutine, investigation);
  const act = tooLate.exec(crash.message)?.groups?.["act"];
  if (act !== void 0 && creation2 !== null)
    return { ...found, blame: creation2, related: related(guilt.blame, act.toLowerCase()) };
  const first = frames.slice(starts.findLast(hasLine) ?? skipped2);
  const root = guiltyFrame(first, investigation);
  const isLast = isSameLine(root, guilt.blame);
  return { ...found, related: [...isLast ? [] : related(root, "first panic"), ...guilt.related] };
}

// src/crash/blame/goroutines-that-wait.ts
var maxStacks3 = 5e4;
function waitingGoroutines(investigation) {
  return investigation.crash.stacks.slice(0, maxStacks3).flatMap(({ goroutine }) => {
    if (!goroutine.frames.some((frame) => investigation.locate(frame) !== null)) return [];
    const line = guiltyLine(goroutine, investigation);
    if (line === null) return [];
    const awaited = waitOf(goroutine)?.awaited ?? null;
    return [{ goroutine, line, awaited, test: testOfStack(goroutine.frames) }];
  });
}
function waitsForTests({ frames }) {
  const name2 = frames.find((frame) => !isRuntime(frame))?.function ?? "";
  return packageOf(name2) === "testing" || name2 === "internal/synctest.Run";
}

// src/crash/blame/blame-of-waiting.ts
var maxRelated2 = 16;
var forOthers = [
  "sync.Mutex.Lock",
  "sync.RWMutex.RLock",
  "sync.RWMutex.Lock",
  "sync.WaitGroup.Wait",
  "sync.Cond.Wait",
  "semaphore",
  "synctest"
];
function blameOfDeadlock(investigation) {
  const waiting2 = waitingGoroutines(investigation);
  const rank2 = ({ goroutine, test }) => {
    if (waitsForTests(goroutine)) return 3;
    if (test !== null) return 0;
    return goroutine.id === 1 ? 1 : 2;
  };
  return withOthers(lowest(waiting2, rank2), waiting2, investigation);
}
function blameOfBubble(investigation) {
  const inBubble = waitingGoroutines(investigation).filter(
    ({ goroutine }) => goroutine.bubble !== null && !waitsForTests(goroutine)
  );
  const rank2 = ({ test }) => test === null ? 1 : 0;
  const first = lowest(inBubble, rank2);
  return first === null ? blameOfPanic(investigation) : withOthers(first, inBubble, investigation);
}
function blameOfTimeout(investigation) {
  const waiting2 = waitingGoroutines(investigation).filter(
    ({ goroutine }) => !waitsForTests(goroutine)
  );
  const first = longestTest(waiting2, runningSince(investigation.crash)) ?? (hasRunningTestOutOfSight(investigation) ? null : lowest(waiting2, innocence));
  const others2 = waiting2.filter(({ test }) => test === null);
  return withOthers(first, others2, investigation);
}
function longestTest(waiting2, running) {
  const tests2 = new Set(waiting2.map(({ test }) => test));
  const longest = running.map(topLevel2).find((test) => tests2.has(test));
  const ofTest = waiting2.filter(({ test }) => test !== null && test === longest);
  return lowest(ofTest, ({ goroutine }) => -goroutine.waitMinutes);
}
function innocence({ awaited, goroutine: { frames, waitMinutes } }) {
  return (baseOfTest(frames) === null ? 2e9 : 0) + (forOthers.includes(awaited) ? 1e9 : 0) - waitMinutes;
}
function hasRunningTestOutOfSight({ crash }) {
  return crash.stacks.some(
    ({ goroutine: { frames, createdBy } }) => frames.length === 0 && createdBy !== null && packageOf(createdBy.function) === "testing"
  );
}
function blameOfLeak(investigation) {
  const { stacks } = investigation.crash;
  const waiting2 = stacks.filter(({ role, goroutine }) => role === "waiting" || goroutine.leaked);
  const leaked = (waiting2.length > 0 ? waiting2 : stacks).slice(0, maxRelated2).map(({ goroutine }) => ({ goroutine, line: guiltyLine(goroutine, investigation) }));
  const first = leaked.find(({ line }) => line !== null) ?? leaked[0];
  if (first === void 0) return nobody;
  return {
    blame: first.line,
    related: [
      ...related(creationOf(first.goroutine, investigation), "created by"),
      ...leaked.flatMap(({ line }) => related(line, "waiting"))
    ],
    goroutine: first.goroutine,
    witnesses: leaked.map(({ goroutine }) => goroutine),
    skipped: 0
  };
}
function withOthers(first, waiting2, investigation) {
  if (first === null) return nobody;
  const { goroutine, line } = first;
  const others2 = waiting2.filter(
    (other) => other !== first && other.awaited !== null && !waitsForTests(other.goroutine)
  );
  return {
    blame: line,
    related: [
      ...related(creationOf(goroutine, investigation), "created by"),
      ...others2.slice(0, maxRelated2).flatMap((other) => related(other.line, "waiting"))
    ],
    goroutine,
    witnesses: [],
    skipped: 0
  };
}
function lowest(items, rank2) {
  let best = null;
  for (const item of items) if (best === null || rank2(item) < rank2(best)) best = item;
  return best;
}

// src/crash/blame/blame-of-signal.ts
var sent = /^SIG(?:QUIT|INT|TERM|HUP|ABRT|USR[12]|ALRM|XCPU|PIPE)$/;
var maxStacks4 = 2e3;
function blameOfSignal(investigation) {
  const { signal: signal5 } = investigation.crash;
  if (signal5 !== null && !signal5.inCgo && sent.test(signal5.name) && (signal5.code ?? 0) <= 0)
    return blameOfTimeout(investigation);
  return blameOfFault(investigation);
}
function blameOfFault(investigation) {
  const { stacks } = investigation.crash;
  const [first] = stacks;
  const isOwn = ({ goroutine: { frames } }) => guiltyFrame(frames, investigation) !== null;
  const hit = stacks.slice(0, maxStacks4).filter(isOwn);
  const guilty = (first !== void 0 && isOwn(first) ? first : hit.find(isInC)) ?? (first !== void 0 && guiltyLine(first.goroutine, investigation) !== null ? first : null) ?? hit.find(isRunning2);
  return guilty === void 0 ? nobody : guiltOfStack(guilty.goroutine, investigation);
}
function isInC({ goroutine: { frames } }) {
  return frames.some((frame) => frame.function === "runtime.cgocall");
}
function isRunning2({ goroutine: { state } }) {
  return state === "running" || state === "syscall";
}

// src/crash/blame/blame-of-concurrent-map.ts
var maxStacks5 = 200;
var mapAccess = /^(?:runtime\.map(?:access|assign|delete|iter|clear)|internal\/runtime\/maps\.)/;
function blameOfConcurrentMap(investigation) {
  const guilt = blameOfFault(investigation);
  const others2 = investigation.crash.stacks.slice(1, maxStacks5).flatMap(({ goroutine }) => {
    const { frames } = goroutine;
    const line = waitOf(goroutine) === null ? guiltyFrame(frames, investigation) : null;
    const within = frames.slice(0, frames.findIndex((frame) => !isRuntime(frame)) + 1);
    const uses = within.some((frame) => mapAccess.test(frame.function));
    if (!uses && !isSameLine(line, guilt.blame)) return [];
    return [
      ...related(line, "other access"),
      ...related(creationOf(goroutine, investigation), "created by")
    ];
  });
  return { ...guilt, related: [...others2, ...guilt.related] };
}

// src/crash/blame/recursion.ts
var maxFrames2 = 200;
function recursionOf({ frames, elided: elided2 }) {
  const shown = elided2 !== null && elided2.after < frames.length ? elided2.after : frames.length;
  const inner = frames.slice(0, Math.min(shown, maxFrames2));
  const counts = /* @__PURE__ */ new Map();
  for (const frame of inner) counts.set(keyOf(frame), (counts.get(keyOf(frame)) ?? 0) + 1);
  const seen = /* @__PURE__ */ new Set();
  const members2 = inner.filter((frame) => {
    const key = keyOf(frame);
    if ((counts.get(key) ?? 0) < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const toTheEnd = elided2 === null || elided2.after < frames.length;
  const entered = toTheEnd ? frames.findLast((frame) => seen.has(keyOf(frame))) : void 0;
  return { members: members2, entered: entered ?? null };
}
function keyOf({ function: name2, file, line }) {
  return `${name2}
${file}
${String(line)}`;
}

// src/crash/blame/blame-of-overflow.ts
var maxMembers = 20;
function blameOfOverflow(investigation) {
  const { crash, locate, isHelper } = investigation;
  const goroutine = crash.stacks[0]?.goroutine;
  if (goroutine === void 0) return nobody;
  const { members: members2, entered } = recursionOf(goroutine);
  const isOurs2 = (frame) => locate(frame) !== null && !isHelper(frame);
  const ours = members2.filter(isOurs2);
  const outer = goroutine.frames.findLast(
    (frame) => isOurs2(frame) && ours.some((member) => isSameCall(member, frame))
  );
  const first = (entered === null ? void 0 : outer) ?? ours[0];
  const blame = first === void 0 ? guiltyLine(goroutine, investigation) : locate(first);
  return {
    blame,
    related: ours.slice(0, maxMembers).flatMap((member) => related(locate(member), "cycle")).filter((member) => !isSameLine(member, blame)),
    goroutine,
    witnesses: [],
    skipped: 0
  };
}
function isSameCall(a, b) {
  return a.function === b.function && isSameLine(a, b);
}

// src/crash/blame/report-block.ts
var blocks = [
  { title: /\bfreed by\b/i, role: "freed", sample: "freed by thread T0 here:" },
  {
    title: /\ballocated (?:by|from|at)\b/i,
    role: "allocated",
    sample: "previously allocated by thread T0 here:"
  },
  {
    title: /^\s*mutex\b.*\bcreated at\b/i,
    role: "mutex",
    sample: "Mutex M1 (0x00c000014030) created at:"
  },
  {
    title: /\bcreated (?:at|by)\b/i,
    role: "created by",
    sample: "Goroutine 7 (running) created at:"
  }
];
function belonging(stack, investigation) {
  const { role, title: title2, goroutine } = stack;
  const said2 = blocks.find((block) => block.title.test(title2))?.role;
  const known = said2 ?? (role === "creation" ? "created by" : null);
  if (known === null) return [];
  const line = guiltyFrame(goroutine.frames, investigation) ?? creationOf(goroutine, investigation);
  return related(line, known);
}

// src/crash/blame/blame-of-race.ts
var maxStacks6 = 20;
function blameOfRace(investigation) {
  const { stacks } = investigation.crash;
  const later = stacks.find(({ role }) => role === "access" || role === "crashing") ?? stacks[0];
  if (later === void 0) return nobody;
  const earlier = stacks.find(({ role }) => role === "previous");
  const others2 = stacks.slice(0, maxStacks6).filter((stack) => stack !== later && stack !== earlier);
  const lineOf = ({ goroutine }) => guiltyLine(goroutine, investigation) ?? guiltyFrame(
    creations(goroutine.id, stacks).flatMap((stack) => stack.goroutine.frames),
    investigation
  );
  const blame = lineOf(later);
  return {
    blame: blame ?? (earlier === void 0 ? null : lineOf(earlier)),
    related: [
      ...related(earlier === void 0 ? null : lineOf(earlier), "previous access"),
      ...related(thirdPartyBefore(later.goroutine.frames, blame, investigation), "raised in"),
      ...others2.flatMap((stack) => belonging(stack, investigation))
    ],
    goroutine: withCreation(later, stacks),
    // In a timer's function or a clean-up the later access does not tell the test.
    witnesses: earlier === void 0 ? [] : [withCreation(earlier, stacks)],
    skipped: 0
  };
}
function creations(id, stacks) {
  return stacks.filter(({ role, goroutine }) => role === "creation" && goroutine.id === id);
}
function withCreation({ goroutine }, stacks) {
  const ancestors = creations(goroutine.id, stacks).map((stack) => ({
    goroutine: stack.goroutine.id,
    frames: stack.goroutine.frames,
    createdBy: stack.goroutine.createdBy
  }));
  return { ...goroutine, ancestors: [...ancestors, ...goroutine.ancestors] };
}

// src/crash/blame/blame-of-sanitizer.ts
var maxStacks7 = 20;
function blameOfSanitizer(investigation) {
  const [access6, ...others2] = investigation.crash.stacks.slice(0, maxStacks7);
  if (access6 === void 0) return nobody;
  const guilt = guiltOfStack(access6.goroutine, investigation);
  const blocks2 = others2.flatMap((stack) => belonging(stack, investigation));
  return { ...guilt, related: [...guilt.related, ...blocks2] };
}

// src/crash/blame/blame-of-words.ts
function blameOfWords({ crash, repository }) {
  const [first] = crash.positions;
  if (first === void 0) return nobody;
  const file = fileOf(first.file, crash, repository) ?? first.file;
  return { ...nobody, blame: { function: "", file, line: first.line } };
}
function fileOf(file, { package: importPath }, { has, modules, ...repository }) {
  const path2 = plainPath(file.replace(/^(?:\.\.?[\\/])+/, ""));
  if (path2 === null) return null;
  const module2 = importPath === null ? null : moduleOf(importPath, { has, modules, ...repository });
  const plain4 = (importPath ?? "").replace(/_test$/, "");
  const folder = module2 === null ? "" : joined(module2.directory, plain4.slice(module2.path.length + 1));
  const places = [
    ...module2 === null ? [] : [joined(folder, path2), joined(folder, baseName(path2))],
    ...endings(path2),
    ...modules.map(({ directory }) => joined(directory, path2))
  ];
  return places.find(has) ?? null;
}

// src/crash/blame/find-guilt.ts
var byKind = {
  panic: blameOfPanic,
  "fatal-error": blameOfFault,
  signal: blameOfSignal,
  timeout: blameOfTimeout,
  "data-race": blameOfRace,
  sanitizer: blameOfSanitizer,
  "goroutine-leak": blameOfLeak,
  exit: blameOfWords,
  killed: blameOfWords,
  "build-failure": blameOfWords
};
var byMessage = [
  { message: /^stack overflow/, samples: ["stack overflow"], blame: blameOfOverflow },
  {
    message: /^(?:all goroutines are asleep|no goroutines \(main called)/,
    samples: [
      "all goroutines are asleep - deadlock!",
      "no goroutines (main called runtime.Goexit) - deadlock!"
    ],
    blame: blameOfDeadlock
  },
  {
    message: /^deadlock: /,
    samples: [
      "deadlock: main bubble goroutine has exited but blocked goroutines remain",
      "deadlock: all goroutines in bubble are blocked"
    ],
    blame: blameOfBubble
  },
  {
    message: /^concurrent map /,
    samples: ["concurrent map writes", "concurrent map iteration and map write"],
    blame: blameOfConcurrentMap
  }
];
function findGuilt(investigation) {
  const { kind, message, stacks } = investigation.crash;
  const special = kind === "panic" || kind === "fatal-error";
  const rule3 = special ? byMessage.find((row) => row.message.test(message)) : void 0;
  if (stacks.length === 0) return blameOfWords(investigation);
  return (rule3?.blame ?? byKind[kind])(investigation);
}

// src/crash/blame/blame.ts
var maxRelated3 = 40;
function findBlame(crash, repository) {
  const { blame, related: related2, goroutine, witnesses } = findGuilt(investigate(crash, repository));
  const own2 = goroutine === null ? null : testedPackageOf(goroutine.frames, goroutine.createdBy);
  return {
    blame: blame === null ? null : plainFrame(blame),
    related: distinct(related2, blame),
    test: culpritTest(crash, goroutine, witnesses),
    package: own2 ?? testedPackage(crash)
  };
}
function distinct(related2, blame) {
  const seen = /* @__PURE__ */ new Set();
  return related2.filter(({ file, line, role }) => {
    const key = `${role}
${file}
${String(line)}`;
    const known = seen.has(key);
    seen.add(key);
    return !known;
  }).filter((frame) => !isSameLine(frame, blame) || / access$/.test(frame.role)).slice(0, maxRelated3);
}

// src/crash/likeness/fingerprint.ts
import { createHash as createHash3 } from "node:crypto";

// src/crash/likeness/wording.ts
var rows = [
  // runtime.PanicNilError; `panic: nil` before Go 1.21
  {
    pattern: /^(?:nil$|panic called with nil argument)/,
    by: "panic called with nil argument",
    samples: ["nil", "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"]
  },
  // runtime/cgocall.go: 1.20, 1.21 and 1.26
  {
    pattern: /^(?:cgo argument has Go pointer to |argument of cgo function has Go pointer to unpinned Go )/,
    by: "cgo argument has Go pointer to Go pointer",
    samples: [
      "cgo argument has Go pointer to Go pointer",
      "cgo argument has Go pointer to unpinned Go pointer",
      "argument of cgo function has Go pointer to unpinned Go pointer"
    ]
  },
  {
    pattern: /^(?:cgo result (?:has Go pointer$|is unpinned Go pointer )|\S{1,1000}: result of Go function \S{1,500} called from cgo is unpinned Go )/,
    by: "cgo result has Go pointer",
    samples: [
      "cgo result has Go pointer",
      "cgo result is unpinned Go pointer or points to unpinned Go pointer",
      "m/a.go:13: result of Go function f called from cgo is unpinned Go pointer or points to unpinned Go pointer"
    ]
  },
  // testing.go: 1.23, 1.24 and 1.26
  {
    pattern: /^testing: (?:t\.(?:Parallel called after t\.Setenv|Setenv called after t\.Parallel);|test using t\.Setenv.{1,80} can not use t\.Parallel$)/,
    by: "testing: environment of a parallel test",
    samples: [
      "testing: t.Parallel called after t.Setenv; cannot set environment variables in parallel tests",
      "testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests",
      "testing: test using t.Setenv or t.Chdir can not use t.Parallel",
      "testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel"
    ]
  },
  // crypto/crypto.go: 1.27
  {
    pattern: /^crypto: requested hash function (?:#\d{1,3} is unavailable$|unavailable: )/,
    by: "crypto: requested hash function unavailable",
    samples: [
      "crypto: requested hash function #2 is unavailable",
      "crypto: requested hash function unavailable: MD5"
    ]
  },
  // runtime/slice.go: 1.19
  {
    pattern: /^growslice: (?:cap|len) out of range$/,
    by: "growslice: len out of range",
    samples: ["growslice: cap out of range", "growslice: len out of range"]
  },
  // What is logged differs from time to time.
  {
    pattern: /^Log in goroutine after \S{1,500} has completed: /,
    by: "Log in goroutine after test has completed",
    samples: ["Log in goroutine after TestX/a has completed: order 17 shipped"]
  },
  // Who of the two notices it is chance.
  {
    pattern: /^concurrent map (?:writes|read and map write|iteration and map write|clone and map write)$/,
    by: "concurrent map access",
    samples: ["concurrent map writes", "concurrent map read and map write"]
  }
];
function commonWording(message) {
  const text4 = message.replace(/^runtime error: /, "");
  return rows.find(({ pattern: pattern2 }) => pattern2.test(text4))?.by ?? text4;
}

// src/crash/likeness/normalised-message.ts
var replacements = [
  { pattern: /"(?:[^"\\\n]|\\.){0,500}"/g, by: '"…"', sample: 'open "a\\"b"' },
  { pattern: /`[^`\n]{0,500}`/g, by: "`…`", sample: "flag `x`" },
  // Not an apostrophe: can't
  { pattern: /(?<!\w)'[^'\n]{1,500}'(?!\w)/g, by: "'…'", sample: "invalid character 'x'" },
  {
    pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g,
    by: "ADDRESS",
    sample: "dial tcp 127.0.0.1:8080"
  },
  { pattern: /\[[0-9a-f:]{2,39}\]:\d{1,5}/g, by: "ADDRESS", sample: "dial tcp [::1]:8080" },
  {
    pattern: /\/(?:tmp|var\/folders|private\/tmp)\/[^\s:'"]{1,300}/g,
    by: "TEMP",
    sample: "open /tmp/TestA123/001/x"
  },
  {
    pattern: /\b[A-Z]:\\(?:[^\s\\:]{1,100}\\){0,20}Te?mp\\[^\s:'"]{1,300}/gi,
    by: "TEMP",
    sample: "open C:\\Users\\a\\AppData\\Local\\Temp\\TestA1\\x"
  },
  // The last element of a path that one machine alone has.
  {
    pattern: /(?<![\w.…)\]])\/(?:[\w.@+-]{1,200}\/){1,60}/g,
    by: "/…/",
    sample: "open /home/ada/shop/testdata/a.txt"
  },
  { pattern: /\b0x[0-9a-f]+\b/gi, by: "HEX", sample: "(*main.T) 0xc000012345" },
  {
    pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    by: "HEX",
    sample: "a1b2c3d4-0000-4000-8000-0123456789ab"
  },
  {
    pattern: /\b(?=[0-9a-f]*\d)[0-9a-f]{6,64}\b/gi,
    by: "HEX",
    sample: "commit 1a2b3c4"
  },
  {
    pattern: /\b\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h)(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m))*(?![\p{L}\d])/gu,
    by: "TIME",
    sample: "after 1m30s"
  },
  {
    pattern: /-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/g,
    by: "N",
    sample: "index out of range [5] with length 3"
  }
];
var maxChars2 = 1e3;
function normalisedMessage(message) {
  let text4 = commonWording(message.slice(0, maxChars2));
  for (const { pattern: pattern2, by } of replacements) text4 = text4.replace(pattern2, by);
  return text4.replace(/\s+/g, " ").trim();
}

// src/crash/likeness/stable-name.ts
function plainName(functionName) {
  const name2 = functionName.replace(/·.*$/s, "");
  return `${packageOf(name2).replace(/_test$/, "")}.${localName(name2)}`;
}
function isWrapper(functionName) {
  return /(?:\.(?:gowrap|deferwrap)\d+|-fm|·dwrap·\d+)$/.test(functionName);
}
function stableName(frame, located, repository) {
  const lines = repository.lines(located.file);
  if (lines === null) return plainName(frame.function);
  const around = isClosure(frame.function) ? enclosingFunction(lines, located.line) : null;
  const folder = located.file.slice(0, Math.max(0, located.file.lastIndexOf("/")));
  return `${folder}.${around?.name ?? localName(frame.function)}`;
}
function localName(functionName) {
  const identifiers = identifiersOf(functionName);
  const known = isClosure(functionName) ? identifiers.slice(-1) : identifiers;
  return known.join(".") || "init";
}
function sourceText(located, repository) {
  const text4 = located === null ? void 0 : repository.lines(located.file)?.[located.line - 1];
  const code = (text4 ?? "").slice(0, maxSourceChars).replace(/\s+/g, " ").trim();
  const comment = / ?\/\/(?<text>[^"'`]*)$/.exec(code);
  return comment === null ? code : code.slice(0, comment.index);
}
var maxSourceChars = 500;

// src/crash/likeness/root-cause.ts
var depth = 3;
var maxStacks8 = 200;
var maxFrames3 = 200;
var byKind2 = {
  "data-race": accesses,
  "goroutine-leak": leaks,
  timeout: ({ crash, blame, repository }) => [
    normalisedMessage(crash.message),
    topLevel2(blame.test ?? ""),
    ...place2(blame.blame, repository),
    ...blame.blame === null ? [crash.package ?? blame.package ?? ""] : []
  ],
  // The status is all that there is, and perhaps what was logged last.
  exit: (subject) => [subject.crash.message, ...notes(subject), ...placeOrPackage(subject)],
  killed: (subject) => [normalisedMessage(subject.crash.message), ...placeOrPackage(subject)]
};
function rootCause(crash, blame, repository) {
  const subject = { crash, blame, repository, code: ownCode(crash, repository) };
  const account = byKind2[crash.kind];
  if (account !== void 0) return account(subject);
  return [
    normalisedMessage(crash.message),
    ...crash.message.startsWith("stack overflow") ? circle(subject) : calls(subject)
  ];
}
function calls(subject) {
  const { blame, repository } = subject;
  const stack = blamedStack(subject);
  const line = blame.blame;
  const inner = stack.findIndex((frame) => isBlamed(frame, subject));
  if (line !== null && inner < 0) return place2(line, repository);
  const users = names(stack.slice(Math.max(0, inner)), subject);
  if (users.length > 0) return [...users, sourceText(line, repository)];
  const others2 = stack.filter((frame) => !isRuntime(frame)).slice(0, depth);
  if (others2.length > 0) return others2.map((frame) => plainName(frame.function));
  return placeOrPackage(subject);
}
function names(frames, { code, repository }) {
  const found = [];
  for (const frame of frames.slice(0, maxFrames3)) {
    const located = code.locate(frame);
    if (located === null || isWrapper(frame.function)) continue;
    const name2 = stableName(frame, located, repository);
    if (name2 === found.at(-1)) continue;
    if (found.length > 0 && located.file.endsWith("_test.go")) break;
    found.push(name2);
    if (found.length === depth || located.file.endsWith("_test.go")) break;
  }
  return found;
}
function circle(subject) {
  const { crash, code, repository } = subject;
  const goroutine = crash.stacks[0]?.goroutine;
  const members2 = goroutine === void 0 ? [] : recursionOf(goroutine).members;
  const circled = members2.flatMap((frame) => {
    const located = code.locate(frame);
    return located === null ? [] : [stableName(frame, located, repository)];
  });
  return circled.length > 0 ? sortedOnce(circled) : calls(subject);
}
function accesses({ crash, blame, repository }) {
  const lines = [blame.blame, ...blame.related.filter(({ role }) => / access$/.test(role))];
  const operations = crash.stacks.flatMap(
    ({ access: access6 }) => access6 === null ? [] : [access6.operation]
  );
  return lines.map((line, index) => {
    const [name2 = "", text4 = ""] = place2(line, repository);
    return `${name2} ${text4 === "" ? operations[index] ?? "" : text4}`;
  }).sort();
}
function leaks({ crash, code, repository, blame }) {
  const started = crash.stacks.slice(0, maxStacks8).flatMap(({ goroutine }) => {
    const frame = [...goroutine.frames, goroutine.createdBy].find(
      (one) => one !== null && code.locate(one) !== null
    );
    const located = frame === void 0 || frame === null ? null : code.locate(frame);
    return frame === void 0 || frame === null || located === null ? [] : [stableName(frame, located, repository)];
  });
  return started.length > 0 ? sortedOnce(started) : place2(blame.blame, repository);
}
function blamedStack(subject) {
  const { stacks } = subject.crash;
  const has = ({ frames }) => frames.slice(0, maxFrames3).some((frame) => isBlamed(frame, subject));
  const blamed = subject.blame.blame === null ? void 0 : stacks.slice(0, maxStacks8).find(({ goroutine }) => has(goroutine));
  return (blamed ?? stacks[0])?.goroutine.frames ?? [];
}
function isBlamed(frame, { blame: { blame }, code }) {
  if (blame === null || frame.line !== blame.line) return false;
  return code.locate(frame)?.file === blame.file;
}
function place2(line, repository) {
  if (line === null) return [];
  const name2 = line.function === "" ? line.file : stableName(line, line, repository);
  return [name2, sourceText(line, repository)];
}
function placeOrPackage({ crash, blame, repository }) {
  const known = place2(blame.blame, repository);
  return known.length > 0 ? known : [crash.package ?? blame.package ?? "", topLevel2(blame.test ?? "")];
}
function notes({ crash }) {
  return crash.notes.slice(-1).map(normalisedMessage);
}
function sortedOnce(items) {
  return [...new Set(items)].sort();
}

// src/crash/likeness/fingerprint.ts
var exhausted = /^(?:oom-.*|go-out-of-memory|disk-full|.*-limit)$/;
function fingerprint(crash, blame, repository) {
  const cause = causeOfCrash(crash);
  const parts = exhausted.test(cause) ? [cause, normalisedMessage(crash.message), crash.package ?? blame.package ?? ""] : [crash.kind, ...rootCause(crash, blame, repository)];
  return createHash3("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}

// src/catalog/subject.ts
function subjectOf(crash, blame, repository) {
  const view = viewOf(blamedGoroutine(crash, blame), blame.blame, crash, repository);
  const earlier = crash.stacks.find(({ role }) => role === "previous");
  if (earlier === void 0) return view;
  const line = blame.related.find(({ role }) => role === "previous access") ?? null;
  return { ...view, otherSide: viewOf(earlier.goroutine, line, crash, repository) };
}
function viewOf(goroutine, line, crash, repository) {
  const frames = raised(goroutine?.frames ?? []);
  return {
    crash,
    frames,
    top: frames.find((frame) => !isRuntime(frame)) ?? null,
    state: goroutine?.state ?? "",
    others: crash.stacks.filter(
      (stack) => stack.goroutine !== goroutine && userFrame(stack.goroutine.frames) !== null
    ).map((stack) => stack.goroutine.state),
    source: line === null ? null : repository.lines(line.file)?.[line.line - 1] ?? null,
    access: crash.stacks.find((stack) => stack.goroutine === goroutine)?.access?.operation ?? null,
    otherSide: null
  };
}
function blamedGoroutine({ stacks }, { blame }) {
  const crashing2 = stacks.find(({ role }) => role === "crashing" || role === "access");
  if (crashing2 !== void 0) return crashing2.goroutine;
  const waits = stacks.find(
    ({ goroutine }) => goroutine.frames.some(
      ({ function: name2, line }) => name2 === blame?.function && line === blame.line
    )
  );
  return (waits ?? stacks[0])?.goroutine ?? null;
}
function raised(frames) {
  const panic2 = frames.findIndex(({ function: name2 }) => name2 === "panic");
  if (panic2 < 0) return frames;
  const before = frames.slice(0, panic2);
  return before.every((frame) => isRuntime(frame) || frame.function.startsWith("testing.")) ? frames.slice(panic2 + 1) : frames;
}

// src/catalog/examine.ts
function examine(parsed, { repository, catalog }, blame = findBlame(parsed, repository)) {
  const subject = subjectOf(parsed, blame, repository);
  return {
    parsed,
    blame,
    cause: causeOfCrash(parsed),
    fingerprint: fingerprint(parsed, blame, repository),
    subject,
    recognition: catalog.recognise(subject)
  };
}

// src/crash/build/build-lines.ts
var position2 = /^\t?(?:vet: )?(?<file>(?:[A-Za-z]:)?[^:\t\n]{1,1000}\.[A-Za-z]{1,5}|go\.(?:mod|work|sum)):(?<line>\d{1,9})(?::\d{1,9})?: (?<message>.+)$/;
var tool = /^(?:[A-Za-z]:|\.{0,2}\/)?(?:[^\s:]{1,500}[/\\])?(?<name>[\w.+-]{1,80}?)(?:\.exe)?: (?<message>.+)$/;
var tools = new Set(
  "link compile asm cgo vet pack cover go ld collect2 gcc cc cc1 clang clang++ g++ lld gold mold lto-wrapper".split(
    " "
  )
);
var warning = /^(?:warning|note|In file included from|remark): /;
var maxChars3 = 8192;
function parseBuildLine(full) {
  const line = full.length > maxChars3 ? full.slice(0, maxChars3) : full;
  const at2 = position2.exec(line)?.groups;
  if (at2 !== void 0) {
    const { file = "", line: number3 = "", message: message2 = "" } = at2;
    return {
      kind: "position",
      position: { file, line: Number(number3), message: message2 },
      complaint: message2,
      harmless: warning.test(message2) || message2 === "too many errors"
    };
  }
  if (/^(?:\t| {2})/.test(line)) return { kind: "further" };
  if (/^(?:\S+: In function |compilation terminated\.|too many errors$|In file included from )/.test(
    line
  ))
    return { kind: "further" };
  const { name: name2, message } = tool.exec(line)?.groups ?? {};
  if (name2 === void 0 || message === void 0) return null;
  if (!tools.has(name2) && !isLinkerObject(line)) return null;
  return { kind: "tool", complaint: `${name2}: ${message}`, harmless: warning.test(message) };
}
function isLinkerObject(line) {
  return /: (?:relocation target|undefined reference to|undefined symbol|in function|multiple definition of) /.test(
    line.slice(0, 2e3)
  );
}

// src/crash/build/build-complaints.ts
var maxPositions = 50;
var maxNotes = 50;
var maxNoteChars = 1e3;
var maxMessageChars2 = 4096;
var maxPositionChars = 1e3;
function createBuildComplaints() {
  const positions = [];
  const notes2 = [];
  let message = null;
  let incomplete = false;
  const note2 = (line) => {
    if (notes2.length < maxNotes) notes2.push(line.slice(0, maxNoteChars));
  };
  const complain = (complaint) => {
    if (message === null || incomplete && message.endsWith(":"))
      message = complaint.replace(/; to add(?: it)?:$/, "");
  };
  const further = (line) => {
    const words4 = line.trim();
    if (incomplete && message !== null) {
      message = `${message} ${words4}`;
      incomplete = /(?:requires|imports|:)$/.test(words4);
      note2(line);
      return;
    }
    const reason = /^imports \S+(?: from \S+)?: (?<reason>.+)$/.exec(words4)?.groups?.["reason"];
    if (reason !== void 0) complain(reason);
    const last = positions.at(-1);
    if (last === void 0 || reason !== void 0) note2(line);
    else if (last.message.length < maxPositionChars)
      positions[positions.length - 1] = { ...last, message: `${last.message}
${words4}` };
  };
  return {
    add(line) {
      const read = parseBuildLine(line);
      if (read === null) return false;
      switch (read.kind) {
        case "position":
          if (read.harmless) note2(line);
          else {
            complain(read.complaint);
            if (positions.length < maxPositions) positions.push(read.position);
          }
          incomplete = false;
          break;
        case "tool":
          note2(line);
          if (!read.harmless) complain(read.complaint);
          incomplete = false;
          break;
        case "further":
          further(line);
      }
      return true;
    },
    addWords(line) {
      complain(line);
      incomplete = /(?:requires|imports|:)$/.test(line);
      note2(line);
    },
    get failed() {
      return message !== null;
    },
    draft: () => ({
      kind: "build-failure",
      message: (message ?? "").slice(0, maxMessageChars2),
      panics: [],
      signal: null,
      notes: notes2,
      stacks: [],
      omittedStacks: 0,
      runningTests: [],
      positions,
      truncated: false
    })
  };
}

// src/crash/build/build-failure.ts
var header3 = /^# (?:\[(?<vetted>[^\s\]]{1,1000})\]|(?<package>[^\s[\]]{1,1000})(?: \[[^\s\]]{1,1000}\])?)$/;
var maxUnknown = 3;
var buildFailures = {
  first: "#",
  begin(line) {
    if (!line.startsWith("# ")) return null;
    const { vetted, package: name2 } = header3.exec(line)?.groups ?? {};
    const about = vetted ?? name2;
    return about === void 0 ? null : openBlock(about);
  }
};
function openBlock(name2) {
  const complaints = createBuildComplaints();
  let lines = 0;
  let unknown2 = 0;
  let blank2 = false;
  return {
    push(line) {
      if (line.startsWith("# "))
        return lines === 0 && line === `# [${name2}]` ? "taken" : "not-mine";
      lines++;
      if (line === "") {
        if (blank2 || lines === 1) return "not-mine";
        blank2 = true;
        return "taken";
      }
      if (blank2) return "not-mine";
      if (lines === 1 && /^(?:package \S+|found packages .+)$/.test(line)) {
        if (line.startsWith("found")) complaints.addWords(line);
        return "taken";
      }
      if (complaints.add(line)) return "taken";
      if (lines > 1 && !complaints.failed) return "not-mine";
      if (lines === 1 ? !mayBeComplaint(line) : ++unknown2 > maxUnknown || !isCommand(line))
        return "not-mine";
      complaints.addWords(line);
      return "taken";
    },
    finish: () => complaints.failed ? { ...complaints.draft(), package: withoutTest(name2) } : null,
    get sure() {
      return complaints.failed;
    }
  };
}
function mayBeComplaint(line) {
  return /\b(?:undeclared|undefined|not defined|duplicate[ds]?|cannot|can't|invalid|missing|mismatch|unknown|too large|failed|not found)\b/.test(
    line.slice(0, 1e3)
  );
}
function isCommand(line) {
  return /^\S*\b(?:gcc|clang|cc|ld|g\+\+) -/.test(line.slice(0, 1e3));
}
function withoutTest(name2) {
  return name2.replace(/(?:_test|\.test)$/, "");
}
var positioned = /^(?:vet: )?[^\s:]{1,600}\.go:\d{1,9}:\d{1,9}: \S/;
var positionFailures = {
  begin(line) {
    const extension = line.indexOf(".go:");
    if (extension < 0 || extension > 600 || !positioned.test(line.slice(0, 700))) return null;
    if (isLinter(line)) return null;
    const complaints = createBuildComplaints();
    if (!complaints.add(line) || !complaints.failed) return null;
    return {
      push(next) {
        const read = parseBuildLine(next);
        const mine = read?.kind === "position" ? !isLinter(next) : next.startsWith("	");
        return mine && complaints.add(next) ? "taken" : "not-mine";
      },
      finish: () => complaints.draft(),
      sure: true
    };
  }
};
function isLinter(line) {
  return / \([A-Za-z][A-Za-z0-9-]{1,30}\)$/.test(line.slice(-40));
}

// src/crash/build/go-command-failure.ts
var progress = /^go: (?:downloading|extracting|finding|found|added|upgraded|downgraded|removed|creating new|copying|converting|to add|warning|toolchain upgraded|trying|no module dependencies|using|adding|updating|switching|unzipping|proxy|build ID|added toolchain|finished)\b/;
var goCommandSayings = [
  {
    pattern: /^found packages \S+ \(\S+\) and \S+ \(\S+\) in /,
    sample: "found packages one (a.go) and two (b.go) in /src/shop"
  },
  {
    pattern: /^no required module provides package \S+[;:]/,
    sample: "no required module provides package example.com/x; to add it:"
  },
  {
    pattern: /^package \S+: build constraints exclude all Go files in /,
    sample: "package example.com/x: build constraints exclude all Go files in /src/x"
  },
  {
    pattern: /^build constraints exclude all Go files in /,
    sample: "build constraints exclude all Go files in /src/x"
  },
  {
    pattern: /^package \S+ is not (?:in std|in GOROOT|a main package)/,
    sample: "package fmtt is not in std (/usr/local/go/src/fmtt)"
  },
  { pattern: /^no (?:non-test )?Go files in /, sample: "no Go files in /src/x" },
  {
    pattern: /^pattern \S+: (?:directory|main module|no matching|lstat|cannot|invalid|import path)/,
    sample: "pattern ./...: directory prefix . does not contain main module"
  },
  {
    pattern: /^main module \(\S+\) does not contain package /,
    sample: "main module (example.com/m) does not contain package example.com/m/x"
  },
  {
    pattern: /^directory \S+ (?:is contained in a module|outside|not found)/,
    sample: "directory x is contained in a module that is not one of the workspace modules"
  },
  {
    pattern: /^verifying \S+: checksum mismatch/,
    sample: "verifying golang.org/x/text@v0.14.0: checksum mismatch"
  },
  {
    pattern: /^malformed (?:import|module) path /,
    sample: 'malformed import path "a b": invalid char'
  },
  {
    pattern: /^missing go\.sum entry /,
    sample: "missing go.sum entry for module providing package example.com/x"
  },
  {
    pattern: /^cannot find (?:package|module|main module)\b/,
    sample: 'cannot find package "x" in any of:'
  },
  { pattern: /^cgo: C compiler /, sample: 'cgo: C compiler "gcc" not found: exec: "gcc"' }
];
var goCommandFailures = {
  first: "gfnpbmdvc",
  begin(line) {
    if (line.startsWith("go: ")) {
      if (progress.test(line) || line.length === 4) return null;
      return openFailure(line.slice(4), true);
    }
    if (line.startsWith("package ")) return openImport(line);
    return goCommandSayings.some(({ pattern: pattern2 }) => pattern2.test(line)) ? openFailure(line, true) : null;
  }
};
function openFailure(words4, sure) {
  const complaints = createBuildComplaints();
  complaints.addWords(words4);
  return {
    push(line) {
      if (line.startsWith("	")) return complaints.add(line) ? "taken" : "not-mine";
      return words4.endsWith(":") && /^\S*go\.(?:mod|work|sum):\d+: /.test(line) && complaints.add(line) ? "taken" : "not-mine";
    },
    finish: () => complaints.draft(),
    sure
  };
}
function openImport(line) {
  if (goCommandSayings.some(({ pattern: pattern2 }) => pattern2.test(line))) return openFailure(line, true);
  if (!/^package \S{1,500}$/.test(line)) return null;
  const complaints = createBuildComplaints();
  return {
    push: (next) => next.startsWith("	") && complaints.add(next) ? "taken" : "not-mine",
    finish: () => complaints.failed ? complaints.draft() : null,
    get sure() {
      return complaints.failed;
    }
  };
}

// src/crash/runtime/bare-crash.ts
function bareCrash(kind, message, more) {
  return {
    kind,
    message,
    panics: [],
    signal: null,
    notes: [],
    stacks: [],
    omittedStacks: 0,
    runningTests: [],
    positions: [],
    exitStatus: null,
    outputTest: null,
    package: null,
    survived: false,
    truncated: false,
    lineCount: 1,
    ...more
  };
}

// src/crash/parsed-crash.ts
var crashKinds = [
  // panic: VALUE, also the runtime errors, and what package testing raises
  "panic",
  // fatal error: MESSAGE
  "fatal-error",
  // SIGSEGV: segmentation violation, SIGQUIT: quit
  "signal",
  // panic: test timed out after 10m0s; *** Test killed with quit: ran too long
  "timeout",
  // WARNING: DATA RACE
  "data-race",
  // ==1==ERROR: AddressSanitizer, MemorySanitizer, LeakSanitizer, ThreadSanitizer
  "sanitizer",
  // goroutineleak profile: total 3; "found unexpected goroutines"
  "goroutine-leak",
  // exit status 3, or a package that fails though no test of it does, with nothing that tells why
  "exit",
  // signal: killed
  "killed",
  // what the go command, compiler, linker or vet refuse
  "build-failure"
];
function endsProcess(kind) {
  return kind === "panic" || kind === "fatal-error" || kind === "signal" || kind === "timeout";
}

// src/crash/runtime/last-words.ts
var logged2 = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
var refused2 = /^(?:flag provided but not defined: -|flag needs an argument: -|invalid (?:boolean )?value ".{0,500}" for (?:flag )?-)/;
var maxNoteChars2 = 1e3;
function createLastLines() {
  let last = "";
  let usage = "";
  return {
    push(line) {
      if (line === "") return;
      if (line.startsWith("Usage of ") && refused2.test(last)) usage = last.slice(0, maxNoteChars2);
      last = line;
    },
    get none() {
      return last === "";
    },
    words() {
      if (usage !== "") return { status: 2, notes: [usage] };
      return logged2.test(last) ? { status: 1, notes: [last.slice(0, maxNoteChars2)] } : null;
    }
  };
}

// src/crash/runtime/process-end.ts
var names2 = {
  killed: "SIGKILL",
  terminated: "SIGTERM",
  interrupt: "SIGINT",
  hangup: "SIGHUP",
  quit: "SIGQUIT",
  aborted: "SIGABRT",
  "segmentation fault": "SIGSEGV",
  "bus error": "SIGBUS",
  "floating point exception": "SIGFPE",
  "illegal instruction": "SIGILL",
  "trace/breakpoint trap": "SIGTRAP",
  "broken pipe": "SIGPIPE",
  "alarm clock": "SIGALRM",
  "user defined signal 1": "SIGUSR1",
  "user defined signal 2": "SIGUSR2",
  "CPU time limit exceeded": "SIGXCPU",
  "file size limit exceeded": "SIGXFSZ",
  "bad system call": "SIGSYS"
};
var maxSignalChars = 60;
var signal3 = /signal: (?<words>[A-Za-z][A-Za-z0-9 /]{2,40}?)(?: \(core dumped\))?$/;
var exit = /^exit status (?<status>[1-9]\d{0,9})$/;
var stars = /^\*\*\* (?<message>Test (?:killed(?: with [a-z0-9 ]{1,30})?: (?<long>ran too long) \([^)]{1,40}\)|I\/O incomplete [\dhms.µn]{1,30} after exiting))\.$/;
var maxToolChars = 1200;
var killedTool = /^(?<package>[^\s:]{1,500}): (?:[A-Za-z]:)?[^\s:]{0,500}[/\\](?<tool>[\w.-]{1,80}): (?<end>signal: .{1,60})$/;
function parseProcessEnd(line) {
  switch (line.charCodeAt(0)) {
    case 101: {
      const status = exit.exec(line)?.groups?.["status"];
      if (status !== void 0) return { kind: "exit", status: Number(status) };
      break;
    }
    case 42: {
      const { message, long } = stars.exec(line.slice(0, 200))?.groups ?? {};
      if (message !== void 0)
        return { kind: long === void 0 ? "output-open" : "ran-too-long", message };
      break;
    }
    default:
  }
  const from = Math.max(0, line.length - maxSignalChars);
  if (line.indexOf("signal: ", from) < 0) return null;
  const found = signal3.exec(line.slice(from));
  const words4 = found?.groups?.["words"];
  const name2 = words4 === void 0 ? void 0 : names2[words4] ?? /^signal \d+$/.exec(words4)?.[0];
  if (found === null || words4 === void 0 || name2 === void 0) return null;
  const tool2 = killedTool.exec(line.slice(0, maxToolChars))?.groups;
  if (tool2 !== void 0) {
    const { package: about = "", tool: by = "", end = "" } = tool2;
    return {
      kind: "tool",
      package: about.replace(/(?:_test|\.test)$/, ""),
      message: `${by}: ${end}`
    };
  }
  return {
    kind: "signal",
    signal: { name: name2, words: words4, code: null, address: null, pc: null, inCgo: false },
    before: line.slice(0, from + found.index)
  };
}

// src/crash/runtime/test-framing.ts
var packageLine = /^(?<verdict>ok {2}|FAIL|\?  {2})\t(?<package>[^\s[]{1,1000})(?:\t[\d.]+s| ?\[(?<remark>[^\]]{1,100})\]|\t|$)/;
function parseFraming(line) {
  switch (line.charCodeAt(0)) {
    case 61:
      return line.startsWith("=== ") ? parseRunning(line) : null;
    case 45:
      return line.startsWith("--- ") ? parseResult(line, 0) : null;
    case 32:
      return parseNested(line);
    case 80:
      return line === "PASS" ? { kind: "verdict", passed: true } : null;
    case 70:
      if (line === "FAIL") return { kind: "verdict", passed: false };
      return line.startsWith("FAIL	") ? parsePackage(line) : null;
    case 111:
      return line.startsWith("ok  	") ? parsePackage(line) : null;
    default:
      return null;
  }
}
function parseNested(line) {
  let margin = 0;
  while (line.startsWith("    ", margin)) margin += 4;
  return line.startsWith("--- ", margin) ? parseResult(line, margin) : null;
}
function parseRunning(line) {
  const known = line.startsWith("=== RUN   ") || line.startsWith("=== CONT  ") || line.startsWith("=== NAME  ") || line.startsWith("=== PAUSE ");
  if (!known) return null;
  const test = line.slice("=== RUN   ".length);
  return isName(test) && !test.includes(" ") ? { kind: "running", test } : null;
}
function parseResult(line, margin) {
  const at2 = margin + "--- ".length;
  const failed = line.startsWith("FAIL: ", at2);
  const long = line.startsWith("BENCH: ", at2);
  if (!failed && !long && !line.startsWith("PASS: ", at2) && !line.startsWith("SKIP: ", at2))
    return null;
  const from = at2 + (long ? "BENCH: " : "FAIL: ").length;
  const end = line.indexOf(" ", from);
  const test = line.slice(from, end < 0 ? void 0 : end);
  const whole = end < 0 || line.startsWith("(", end + 1) && line.endsWith("s)");
  if (!isName(test) || !whole) return null;
  return { kind: "result", passed: !failed, test, nested: margin > 0 };
}
var maxNameChars = 4096;
function isName(test) {
  return test !== "" && test.length <= maxNameChars;
}
function parsePackage(line) {
  const { verdict, package: name2, remark: remark2 = "" } = packageLine.exec(line)?.groups ?? {};
  if (name2 === void 0) return null;
  return { kind: "package", passed: verdict !== "FAIL", package: name2, remark: remark2 };
}

// src/crash/runtime/waiting-crashes.ts
var maxWaiting = 50;
var maxWaitingStacks = 2e5;
function createWaitingCrashes(emit) {
  let waiting2 = [];
  return {
    get last() {
      return waiting2.at(-1);
    },
    add(crash) {
      waiting2.push({
        ...crash,
        outputTest: crash.outputTest === null ? null : detached(crash.outputTest)
      });
      const stacks = waiting2.reduce((sum, { stacks: some }) => sum + some.length, 0);
      if (waiting2.length <= maxWaiting && stacks <= maxWaitingStacks) return;
      const oldest = waiting2.shift();
      if (oldest !== void 0) emit(oldest);
    },
    extendLast(change) {
      const last = waiting2.pop();
      if (last === void 0) return false;
      waiting2.push({ ...last, ...change, lineCount: last.lineCount + 1 });
      return true;
    },
    change(change) {
      if (waiting2.length === 0) return;
      waiting2 = waiting2.map((crash) => ({ ...crash, ...change(crash) }));
    },
    handOn(change) {
      const crashes = waiting2;
      waiting2 = [];
      for (const crash of crashes) emit({ ...crash, ...change(crash) });
    }
  };
}

// src/crash/runtime/package-output.ts
var maxNoteChars3 = 1e3;
var unknownStatus = "exit status unknown";
var afterCommand = /^(?:make|Error|##\[error\]|ERROR|FAIL)\b/;
var asIs = () => ({});
var newSegment = () => ({ lines: createLastLines(), explained: false, verdict: false });
function createPackageOutput(out) {
  const waiting2 = createWaitingCrashes(out.crash);
  let outputTest = null;
  let segment = newSegment();
  let held = null;
  let closing = false;
  let builds = 0;
  let inFailures = false;
  const handOn = (change) => {
    closing = false;
    waiting2.handOn(change);
  };
  const add2 = (crash) => {
    if (crash.kind === "build-failure") builds++;
    else segment.explained = true;
    if (crash.kind === "build-failure" && crash.package !== null && crash.outputTest === null)
      out.crash(crash);
    else waiting2.add(crash);
  };
  const extendLast = (change) => !segment.verdict && waiting2.extendLast(change);
  const plain4 = (line) => {
    segment.lines.push(line);
    out.other(line);
  };
  const endOfProcess = (end, line, lineNumber) => {
    const at2 = { firstLine: lineNumber, outputTest };
    const { last } = waiting2;
    switch (end.kind) {
      case "exit":
        closing = outputTest === null;
        if (extendLast({ exitStatus: end.status })) return;
        if (segment.explained) plain4(line);
        else {
          const words4 = segment.lines.words();
          const notes2 = words4?.status === end.status ? words4.notes : [];
          add2(bareCrash("exit", line, { ...at2, exitStatus: end.status, notes: notes2 }));
        }
        return;
      case "ran-too-long":
        if (last?.kind === "signal" && extendLast({ kind: "timeout", message: end.message }))
          return;
        add2(bareCrash("timeout", end.message, at2));
        return;
      case "output-open":
        if (extendLast({})) return;
        if (segment.explained) plain4(line);
        else add2(bareCrash("exit", end.message, at2));
        return;
      case "tool": {
        const notes2 = [line.slice(0, maxNoteChars3)];
        add2(bareCrash("build-failure", end.message, { ...at2, package: end.package, notes: notes2 }));
        return;
      }
      case "signal": {
        closing = outputTest === null;
        if (last !== void 0 && endsProcess(last.kind) && extendLast({})) return;
        const { signal: signal5 } = end;
        add2(
          signal5.name === "SIGKILL" ? bareCrash("killed", "signal: killed", { ...at2, signal: signal5 }) : bareCrash("signal", signal5.words, { ...at2, signal: signal5 })
        );
      }
    }
  };
  const endOfPackage = (framing, line, lineNumber) => {
    const { package: name2, passed, remark: remark2 } = framing;
    const notBuilt = /^(?:build|setup) failed$/.test(remark2);
    if (notBuilt && builds === 0) {
      add2(bareCrash("build-failure", remark2, { firstLine: lineNumber, outputTest, package: name2 }));
    } else if (!notBuilt && !passed && !segment.explained && !segment.lines.none) {
      const words4 = segment.lines.words();
      add2(
        bareCrash("exit", words4 === null ? unknownStatus : `exit status ${words4.status}`, {
          firstLine: lineNumber,
          outputTest,
          exitStatus: words4?.status ?? null,
          notes: words4?.notes ?? []
        })
      );
    } else out.other(line);
    handOn((crash) => {
      if (crash.kind !== "build-failure")
        return { package: crash.package ?? name2, survived: crash.survived || passed };
      return {
        package: crash.package ?? (notBuilt ? name2 : null),
        survived: crash.survived || passed && crash.outputTest !== null
      };
    });
    outputTest = null;
    segment = newSegment();
  };
  const endOfTest = ({ passed, test }) => {
    segment.explained ||= !passed;
    if (passed) outputTest = null;
    else if (!inFailures || outputTest?.startsWith(`${test}/`) !== true) outputTest = test;
    inFailures = !passed;
    if (!passed) return;
    waiting2.change(
      (crash) => crash.outputTest === test && mayBeLogged(crash) ? { survived: true } : {}
    );
  };
  const read = (line, lineNumber) => {
    const end = parseProcessEnd(line);
    if (end?.kind === "signal" && end.before !== "") {
      held = { line, lineNumber, end };
      return;
    }
    if (end !== null) {
      endOfProcess(end, line, lineNumber);
      return;
    }
    const framing = parseFraming(line);
    if (framing?.kind !== "result") inFailures = false;
    if (closing && line !== "" && framing?.kind !== "package")
      handOn(({ kind }) => kind === "exit" && !afterCommand.test(line) ? { survived: true } : {});
    switch (framing?.kind) {
      case void 0:
        plain4(line);
        return;
      case "package":
        endOfPackage(framing, line, lineNumber);
        return;
      case "running":
        outputTest = framing.test;
        break;
      case "result":
        endOfTest(framing);
        break;
      case "verdict":
        outputTest = null;
        segment.verdict = true;
        segment.explained ||= !framing.passed;
        if (framing.passed)
          waiting2.change(({ kind }) => kind === "build-failure" ? {} : { survived: true });
    }
    plain4(line);
  };
  const release = (next) => {
    if (held === null) return;
    const { line, lineNumber, end } = held;
    held = null;
    if (next?.startsWith("FAIL	") ?? true) endOfProcess(end, line, lineNumber);
    else plain4(line);
  };
  return {
    get outputTest() {
      return outputTest;
    },
    line(line, lineNumber) {
      release(line);
      read(line, lineNumber);
    },
    crash(crash) {
      release("");
      add2(crash);
    },
    end() {
      release(null);
      handOn(asIs);
    }
  };
}
function mayBeLogged({ kind }) {
  return kind !== "data-race" && kind !== "sanitizer" && kind !== "goroutine-leak";
}

// src/crash/detectors/detector-stacks.ts
var maxStacks9 = 100;
var maxFrames4 = 1e3;
function createDetectorStacks() {
  const blocks2 = [];
  let omittedStacks = 0;
  let current = null;
  let last = null;
  return {
    open({ goroutine, state, ...title2 }) {
      current = {
        ...title2,
        title: detached(title2.title),
        goroutine: emptyGoroutine(goroutine, state)
      };
      last = null;
      if (blocks2.length < maxStacks9) blocks2.push(current);
      else omittedStacks++;
    },
    addFrame(frame) {
      last = null;
      if (current === null) return;
      const { frames } = current.goroutine;
      if (frames.length < maxFrames4) {
        last = { ...frame, function: detached(frame.function), file: detached(frame.file) };
        frames.push(last);
      } else omittedStacks++;
    },
    setPosition(file, line) {
      if (last === null) return;
      last.file = detached(file);
      last.line = line;
      last = null;
    },
    isEmpty: () => (current?.goroutine.frames.length ?? 0) === 0,
    finish() {
      for (const { role, goroutine } of blocks2)
        if (role !== "creation") goroutine.createdBy = creationOf2(goroutine.id, blocks2);
      return { stacks: blocks2, omittedStacks };
    }
  };
}
function creationOf2(id, blocks2) {
  if (id === 0) return null;
  const block = blocks2.find(({ role, goroutine }) => role === "creation" && goroutine.id === id);
  const [frame] = block?.goroutine.frames ?? [];
  return frame === void 0 ? null : { ...frame, goroutine: null };
}
function emptyGoroutine(id, state) {
  return {
    id,
    state,
    waitMinutes: 0,
    lockedToThread: false,
    leaked: false,
    bubble: null,
    labels: {},
    frames: [],
    elided: null,
    createdBy: null,
    ancestors: []
  };
}

// src/crash/detectors/race-lines.ts
var maxChars4 = 4096;
var raceRules = [
  {
    sample: "      /src/m/stock.go:12 +0x44",
    pattern: /^ {6}(?<file>.+):(?<line>\d{1,10}) \+0x[0-9a-f]+$/,
    read: ({ file = "", line }) => ({
      kind: "position",
      file: file === "-" ? "" : file.slice(0, maxChars4),
      line: Number(line)
    })
  },
  {
    sample: "  example.com/m.(*Stock).Take()",
    pattern: /^ {2}(?<function>[^\s(].*)\(\)$/,
    read: (groups) => ({ kind: "call", function: (groups["function"] ?? "").slice(0, maxChars4) })
  },
  {
    sample: "  [failed to restore the stack]",
    pattern: /^ {2}\[failed to restore the stack\]$/,
    read: () => ({ kind: "filler" })
  },
  { sample: "", pattern: /^$/, read: () => ({ kind: "filler" }) },
  {
    sample: "Previous write at 0x00c0000b0060 by goroutine 7:",
    pattern: /^(?<previous>Previous )?(?<operation>(?:atomic )?(?:read|write)) at (?<address>0x[0-9a-f]+) by (?:main goroutine|goroutine (?<id>\d{1,15})):$/i,
    read: ({ previous, operation = "", address: address2 = "", id }, title2) => ({
      kind: "title",
      title: {
        role: previous === void 0 ? "access" : "previous",
        goroutine: Number(id ?? 0),
        state: "",
        access: {
          operation: operation.toLowerCase(),
          address: address2
        },
        title: title2
      }
    })
  },
  {
    sample: "Goroutine 7 (finished) created at:",
    pattern: /^Goroutine (?<id>\d{1,15}) \((?<state>running|finished)\) created at:$/,
    read: ({ id, state = "" }, title2) => ({
      kind: "title",
      title: { role: "creation", goroutine: Number(id), state, access: null, title: title2 }
    })
  },
  {
    sample: "Heap block of size 24 at 0x00c0000b0060 allocated by goroutine 7:",
    pattern: /^(?:Heap block of size \d+ at 0x[0-9a-f]+ allocated by (?:main goroutine|goroutine (?<id>\d{1,15}))|Goroutine (?<holder>\d{1,15}) lock mutex \d+ while holding mutex \d+|Mutex \d+ (?:\(0x[0-9a-f]+\) created at|was previously locked here)):$/,
    read: ({ id, holder }, title2) => ({
      kind: "title",
      title: {
        role: "other",
        goroutine: Number(id ?? holder ?? 0),
        state: "",
        access: null,
        title: title2
      }
    })
  },
  {
    sample: "Global var m.total of size 8 at 0x0000005ca580 declared at /src/m/stock.go:5",
    pattern: /^Global var \S{1,4096} of size \d+ at 0x[0-9a-f]+ declared at /,
    read: () => ({ kind: "note" })
  },
  {
    sample: "Read at 0x0000008395e8 by order shipped",
    pattern: /^(?<begin>(?:Previous )?(?:atomic )?(?:read|write) at 0x[0-9a-f]+ by )/i,
    read: ({ begin = "" }) => ({ kind: "split", begin })
  },
  {
    sample: "goroutine 7:",
    pattern: /^(?:main goroutine|goroutine \d{1,15}):$/,
    read: (_, end) => ({ kind: "rest", end })
  }
];
function readRaceLine(line) {
  for (const { pattern: pattern2, read } of raceRules) {
    const match = pattern2.exec(line);
    if (match !== null) return read(match.groups ?? {}, line.slice(0, maxChars4));
  }
  return null;
}

// src/crash/detectors/report-border.ts
var maxForeignLines = 1e3;
var borders = [
  { pattern: /^(?:panic|fatal error): /, sample: "panic: boom" },
  { pattern: /^SIG[A-Z]{2,8}: /, sample: "SIGSEGV: segmentation violation" },
  { pattern: /^(?:runtime: |unexpected fault address )/, sample: "runtime: out of memory" },
  { pattern: /^goroutine \d+ .*\[/, sample: "goroutine 7 [running]:" },
  { pattern: /^WARNING: (?:DATA RACE|ThreadSanitizer: )/, sample: "WARNING: DATA RACE" },
  { pattern: /^Found \d+ data race\(s\)$/, sample: "Found 2 data race(s)" },
  {
    pattern: /^==\d+==\s?(?:ERROR|WARNING): /,
    sample: "==7==ERROR: LeakSanitizer: detected memory leaks"
  },
  { pattern: /^={65}$/, sample: "=".repeat(65) },
  { pattern: /^exit status \d+$/, sample: "exit status 66" },
  { pattern: /^(?:FAIL|ok  )\t/, sample: "FAIL	example.com/m	0.3s" }
];
function beginsOther(line) {
  return borders.some(({ pattern: pattern2 }) => pattern2.test(line));
}

// src/crash/detectors/race-report.ts
var opening2 = "WARNING: DATA RACE";
var rule = "==================";
var maxNotes2 = 50;
function openRaceReport(line) {
  if (!line.startsWith(opening2)) return null;
  const stacks = createDetectorStacks();
  const notes2 = [];
  let split = "";
  let foreign2 = 0;
  let sure = false;
  let closed = false;
  const take = (text4) => {
    const read = readRaceLine(text4);
    switch (read?.kind) {
      case "title":
        stacks.open(read.title);
        sure ||= read.title.access !== null;
        break;
      case "split":
        split = read.begin;
        break;
      case "rest":
        if (split === "") return false;
        take(split + read.end);
        split = "";
        break;
      case "call":
        stacks.addFrame({ function: read.function, file: "", line: 0 });
        break;
      case "position":
        stacks.setPosition(read.file, read.line);
        break;
      case "note":
        if (notes2.length < maxNotes2) notes2.push(text4.slice(0, 1e3));
        break;
      case "filler":
        break;
      case void 0:
        return false;
    }
    return true;
  };
  return {
    get sure() {
      return sure;
    },
    push(text4) {
      closed = text4 === rule;
      if (closed) return "last";
      if (take(text4)) return "taken";
      return beginsOther(text4) || ++foreign2 > maxForeignLines ? "not-mine" : "foreign";
    },
    finish() {
      if (!sure) return null;
      const found = stacks.finish();
      return {
        kind: "data-race",
        message: "data race",
        panics: [],
        signal: null,
        notes: notes2,
        ...found,
        stacks: found.stacks.map(withAtomicAccess),
        runningTests: [],
        positions: [],
        truncated: !closed
      };
    }
  };
}
function withAtomicAccess(stack) {
  const { access: access6, goroutine } = stack;
  const [innermost4] = goroutine.frames;
  if (access6 === null || innermost4 === void 0) return stack;
  if (!/^(?:sync|internal\/runtime|runtime\/internal)\/atomic$/.test(packageOf(innermost4.function)))
    return stack;
  const isWrite = access6.operation.endsWith("write");
  return { ...stack, access: { ...access6, operation: isWrite ? "atomic write" : "atomic read" } };
}

// src/crash/detectors/sanitizer-frame.ts
var opening3 = /^ {2,8}#(?<number>\d{1,5}) (?:0x[0-9a-f]+(?: in)? )?(?<rest>.*)$/;
var buildId = / \(BuildId: [0-9a-f]+\)$/;
var module = / ?\([^()]*\+0x[0-9a-f]+\)$/;
var place3 = /:(?<line>\d{1,10})(?::\d{1,10})?$/;
var maxChars5 = 4096;
function parseSanitizerFrame(line) {
  const { number: number3, rest = "" } = opening3.exec(line)?.groups ?? {};
  if (number3 === void 0) return null;
  const text4 = rest.slice(0, 2 * maxChars5).replace(buildId, "").replace(module, "").trim();
  return { number: Number(number3), frame: frameOf(text4) };
}
function frameOf(text4) {
  if (text4 === "") return { function: "non-Go function", file: "", line: 0 };
  const at2 = place3.exec(text4);
  const named3 = at2 === null ? text4 : text4.slice(0, at2.index);
  const start = at2 === null && !named3.endsWith(" <null>") ? named3.length : fileStart(named3);
  const file = named3.slice(start).trim();
  return {
    function: named3.slice(0, start).trim().slice(0, maxChars5) || "non-Go function",
    file: file === "<null>" ? "" : file.slice(0, maxChars5),
    line: Number(at2?.groups?.["line"] ?? 0)
  };
}
function fileStart(text4) {
  const absolute = / (?:\/|[A-Za-z]:[\\/])/.exec(text4);
  return absolute?.index ?? Math.max(0, text4.lastIndexOf(" "));
}

// src/crash/detectors/sanitizer-headline.ts
var headline2 = /^(?:==\d+==\s?)?(?:(?<level>ERROR|WARNING|FATAL): )?(?<tool>[A-Z][A-Za-z]{2,20}Sanitizer):? (?<said>[^ ].*)$/;
var details2 = /(?: on (?:unknown )?address (?:0x|\()| on 0x|: 0x| \(0x| \[0x| \(pid=\d| in thread T\d).*$/;
var signalled = /^(?<name>SEGV|BUS|FPE|ILL|ABRT|TRAP) on (?:unknown )?address(?: (?<address>0x[0-9a-f]+))? \(pc (?<pc>0x[0-9a-f]+)/;
var words2 = {
  SEGV: "segmentation violation",
  BUS: "bus error",
  FPE: "floating-point exception",
  ILL: "illegal instruction",
  ABRT: "abort",
  TRAP: "trace trap"
};
function readHeadline(line) {
  const { level, said: said2 = "" } = headline2.exec(line.slice(0, 4096))?.groups ?? {};
  if (level === void 0 && !said2.startsWith("CHECK failed: ")) return null;
  const message = said2.replace(details2, "").replace(/^attempting (?=double-free)/, "");
  return { message, isRace: /^data race\b/.test(message), signal: signalOf(said2) };
}
function signalOf(said2) {
  const { name: name2 = "", address: address2, pc = null } = signalled.exec(said2)?.groups ?? {};
  if (name2 === "") return null;
  return {
    name: `SIG${name2}`,
    words: words2[name2] ?? "",
    code: null,
    address: address2 ?? null,
    pc,
    inCgo: false
  };
}

// src/crash/detectors/sanitizer-lines.ts
var sanitizerLines = [
  { part: "filler", pattern: /^\s*$/, sample: "" },
  { part: "end", pattern: /^==\d+==ABORTING$/, sample: "==13==ABORTING" },
  { part: "end", pattern: /^Exiting$/, sample: "Exiting" },
  { part: "end", pattern: /^={18}$/, sample: "==================" },
  {
    part: "end",
    pattern: /^[A-Z][A-Za-z]+Sanitizer: nested bug in the same thread, aborting\.$/,
    sample: "ThreadSanitizer: nested bug in the same thread, aborting."
  },
  {
    part: "summary",
    pattern: /^SUMMARY: [A-Z][A-Za-z]+Sanitizer: /,
    sample: "SUMMARY: AddressSanitizer: double-free /src/m/native.go:13 in last"
  },
  {
    part: "map",
    pattern: /^Shadow byte(?:s around| legend)/,
    sample: "Shadow bytes around the buggy address:"
  },
  {
    part: "map",
    pattern: /^(?:=>| {2})0x[0-9a-f]+:/,
    sample: "=>0x0c047fff8000: fa fa fd fd fa fa fd[fd]fa fa fa fa fa fa fa fa"
  },
  {
    part: "map",
    pattern: /^ {2}[A-Z][A-Za-z -]+: +[0-9a-f]{2}(?: [0-9a-f]{2})* ?$/,
    sample: "  Heap left redzone:       fa"
  },
  {
    part: "heading",
    pattern: /^ {0,2}(?:previous )?(?:atomic )?(?:read|write) of size \d+ at 0x[0-9a-f]+ /i,
    sample: "  Previous write of size 4 at 0x0000006fe178 by thread T5:"
  },
  {
    part: "heading",
    pattern: /^(?:previously allocated|allocated|freed) by thread T\d/,
    sample: "previously allocated by thread T0 here:"
  },
  {
    part: "heading",
    pattern: /^ {0,2}Thread T\d+ .*created by /,
    sample: "  Thread T6 (tid=13, running) created by main thread at:"
  },
  {
    part: "heading",
    pattern: /^(?:Address )?0x[0-9a-f]+ is located in stack of thread/,
    sample: "Address 0x7ffceac05870 is located in stack of thread T0 at offset 48 in frame"
  },
  {
    part: "heading",
    pattern: /^(?:Direct|Indirect) leak of \d+ byte\(s\)/,
    sample: "Direct leak of 16 byte(s) in 1 object(s) allocated from:"
  },
  {
    part: "heading",
    pattern: /^ {2}(?:Uninitialized value was|Memory was marked|Member fields were|Virtual table ptr)/,
    sample: "  Uninitialized value was created by a heap allocation"
  },
  {
    part: "heading",
    pattern: /^ {2}(?:Mutex M\d+ |As if synchronized via sleep:|and:|Signal \d+ handler invoked)/,
    sample: "  Mutex M59 acquired here while holding mutex M58 in main thread:"
  },
  {
    part: "heading",
    pattern: /^ {2}Location is (?:heap block|file descriptor|.* of size \d+ at 0x[0-9a-f]+ allocated)/,
    sample: "  Location is heap block of size 4 at 0x7b0400000000 allocated by main thread:"
  },
  {
    part: "heading",
    pattern: /^(?:These globals were registered| {2}\[\d\](?::| size=))/,
    sample: "These globals were registered at these points:"
  },
  {
    part: "note",
    pattern: /^(?:Address )?0x[0-9a-f]+ (?:is (?:located|a wild)|cannot be)/,
    sample: "0x60200000003c is located 12 bytes inside of 16-byte region [0x602000000030,0x602000000040)"
  },
  {
    part: "note",
    pattern: /^ {2}(?:Location is |Cycle in lock order graph|And \d+ more similar)/,
    sample: "  Location is global 'total' of size 4 at 0x0000006fe178 (m.test+0x6fe178)"
  },
  {
    part: "note",
    pattern: /^ {2}This frame has \d+ object|^ {4}\[\d+, \d+\) /,
    sample: "    [32, 48) 'values' <== Memory access at offset 48 overflows this variable"
  },
  {
    part: "note",
    pattern: /^==\d+==(?!\s?(?:ERROR|WARNING): )/,
    sample: "==13==The signal is caused by a READ memory access."
  },
  {
    part: "note",
    pattern: /^ {2}(?:object passed to delete|size of the |alignment of the )/,
    sample: "  object passed to delete has wrong type:"
  },
  {
    part: "filler",
    pattern: /^ {0,4}(?:HINT|Hint): |^ {6}\(longjmp and/,
    sample: "    Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message"
  },
  {
    part: "filler",
    pattern: /^[A-Z][A-Za-z]+Sanitizer can not provide additional info\.$/,
    sample: "AddressSanitizer can not provide additional info."
  },
  {
    part: "filler",
    pattern: /^ {4}(?:\[failed to restore the stack\]|<empty stack>)$/,
    sample: "    [failed to restore the stack]"
  }
];
function partOf(line) {
  return sanitizerLines.find(({ pattern: pattern2 }) => pattern2.test(line))?.part ?? null;
}
var access4 = /^\s*(?<previous>previous )?(?<operation>(?:atomic )?(?:read|write)) of size \d+ at (?<address>0x[0-9a-f]+)/i;
function roleOf(heading, isFirst, isRace) {
  const { previous, operation, address: address2 = "" } = access4.exec(heading)?.groups ?? {};
  const seen = operation === void 0 ? null : {
    operation: operation.toLowerCase(),
    address: address2
  };
  if (previous !== void 0 || /^freed by/.test(heading))
    return { role: "previous", access: seen };
  if (isFirst) return { role: isRace ? "access" : "crashing", access: seen };
  return { role: /^\s*Thread T\d+ /.test(heading) ? "creation" : "other", access: seen };
}

// src/crash/detectors/sanitizer-report.ts
var maxNotes3 = 50;
var maxNoteChars4 = 1e3;
function openSanitizerReport(headline4) {
  const head = readHeadline(headline4);
  if (head === null) return null;
  const { message, isRace, signal: signal5 } = head;
  const stacks = createDetectorStacks();
  const notes2 = [headline4.slice(0, maxNoteChars4)];
  let heading = "";
  let opened = 0;
  let summarised = false;
  let ended2 = false;
  let foreign2 = 0;
  const openStack = () => {
    const title2 = (heading ?? "").trim();
    const { role, access: access6 } = roleOf(title2, opened === 0, isRace);
    stacks.open({ role, access: access6, title: title2, goroutine: 0, state: "" });
    opened++;
    heading = null;
  };
  const take = (line) => {
    const read = parseSanitizerFrame(line);
    if (read !== null) {
      if (heading !== null || read.number === 0 && !stacks.isEmpty()) openStack();
      stacks.addFrame(read.frame);
      return "taken";
    }
    const part = partOf(line);
    switch (part) {
      case "end":
        ended2 = true;
        return "last";
      case "summary":
        summarised = true;
        return "taken";
      case "heading":
        heading = line.slice(0, maxNoteChars4);
        if (roleOf(heading, false, isRace).access !== null) openStack();
        return "taken";
      case "note":
        if (notes2.length < maxNotes3) notes2.push(line.trim().slice(0, maxNoteChars4));
        return "taken";
      case "map":
      case "filler":
        return "taken";
      case null:
        return null;
    }
  };
  return {
    sure: true,
    push(line) {
      if (summarised && !["map", "note", "end"].includes(partOf(line) ?? "")) return "not-mine";
      const taken = take(line);
      if (taken !== null) return taken;
      const isOver = opened === 0 || beginsOther(line) || ++foreign2 > maxForeignLines;
      return isOver ? "not-mine" : "foreign";
    },
    finish(atEnd) {
      return {
        kind: isRace ? "data-race" : "sanitizer",
        message,
        panics: [],
        signal: signal5,
        notes: notes2,
        ...stacks.finish(),
        runningTests: [],
        positions: [],
        truncated: opened > 0 && !summarised && !ended2 && atEnd
      };
    }
  };
}

// src/crash/detectors/detector-report.ts
var rule2 = /^(?:={18}|={65})$/;
var signal4 = /^[A-Z][A-Za-z]{2,20}Sanitizer:DEADLYSIGNAL$/;
var openReport = (line) => openRaceReport(line) ?? openSanitizerReport(line);
var detectorReports = {
  first: "=ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  begin(line) {
    if (rule2.test(line)) return announced(false);
    if (signal4.test(line)) return announced(true);
    return openReport(line);
  }
};
function announced(ruleMayFollow) {
  let mayFollow = ruleMayFollow;
  let report = null;
  return {
    get sure() {
      return report?.sure ?? false;
    },
    push(line) {
      if (report !== null) return report.push(line);
      report = openReport(line);
      if (report !== null) return "taken";
      if (!mayFollow || !rule2.test(line)) return "not-mine";
      mayFollow = false;
      return "taken";
    },
    finish: (atEnd) => report?.finish(atEnd) ?? null
  };
}

// src/crash/detectors/goroutine-profile.ts
var headline3 = /^(?<name>goroutine|goroutineleak) profile: total (?<total>\d{1,15})$/;
var record2 = /^(?<count>\d{1,15}) @(?: 0x[0-9a-f]+)*$/;
var position3 = /^#\t0x[0-9a-f]+\t(?<function>[^\t]+)\+0x[0-9a-f]+\t+(?<file>[^\t]+):(?<line>\d{1,10})$/;
var address = /^#\t0x[0-9a-f]+$/;
var labelled = /^# labels: (?<labels>\{.*\})$/;
var maxStacks10 = 1e4;
var maxFrames5 = 1e3;
var maxTitleChars = 200;
var maxPartChars2 = 4096;
function openGoroutineProfile(line) {
  const groups = headline3.exec(line)?.groups;
  if (groups === void 0) return null;
  const name2 = groups["name"] === "goroutine" ? "goroutine" : "goroutineleak";
  const stacks = [];
  let current = null;
  return {
    name: name2,
    push(text4) {
      if (text4 === "") return true;
      const count3 = record2.exec(text4)?.groups?.["count"];
      if (count3 !== void 0) {
        current = {
          count: Number(count3),
          title: detached(text4.slice(0, maxTitleChars)),
          labels: {},
          frames: []
        };
        if (stacks.length < maxStacks10) stacks.push(current);
        return true;
      }
      if (current === null) return false;
      const frame = readPosition(text4);
      if (frame !== null) {
        if (current.frames.length < maxFrames5) current.frames.push(frame);
        return true;
      }
      const labels = labelled.exec(text4)?.groups?.["labels"];
      if (labels !== void 0) current.labels = readLabels2(labels);
      return labels !== void 0 || address.test(text4);
    },
    finish: () => ({ name: name2, total: Number(groups["total"]), stacks })
  };
}
function readPosition(line) {
  const { function: name2 = "", file = "", line: number3 } = position3.exec(line)?.groups ?? {};
  if (number3 === void 0) return null;
  return {
    function: detached(name2.slice(0, maxPartChars2)),
    file: detached(file.slice(0, maxPartChars2)),
    line: Number(number3)
  };
}
function readLabels2(text4) {
  try {
    const labels = JSON.parse(text4.slice(0, maxPartChars2));
    return Object.fromEntries(
      Object.entries(labels).map(([key, value]) => [key, String(value)])
    );
  } catch {
    return {};
  }
}

// src/crash/detectors/leaked-stacks.ts
var limits = { goroutines: 1e4, stackFrames: 1e3, frames: 1e5 };
function createLeakedStacks(notMine) {
  const parser = createGoroutineParser(void 0, limits);
  let margin = null;
  let pending = null;
  let isOpen = false;
  const drop = () => {
    if (pending !== null) notMine(pending);
    pending = null;
  };
  return {
    open(header4) {
      drop();
      parser.begin(header4);
      isOpen = true;
    },
    push(raw) {
      if (!isOpen) return false;
      if (raw.trim() === "") return true;
      margin ??= /^\s*/.exec(raw)?.[0] ?? "";
      if (!raw.startsWith(margin)) {
        drop();
        return false;
      }
      const line = raw.slice(margin.length);
      const read = parseStackLine(line);
      if (read?.kind === "position") {
        if (pending === null) return false;
        pending = null;
        parser.push(line);
        return true;
      }
      drop();
      if (read === null || read.kind === "call" && read.byC) return false;
      if (read.kind === "call" || read.kind === "creation") pending = raw;
      parser.push(line);
      return true;
    },
    get goroutines() {
      return parser.goroutines;
    },
    omitted: parser.omitted,
    finish() {
      parser.end();
      return pending === null;
    }
  };
}

// src/crash/detectors/leak-report.ts
var inState = /^\s*\[?Goroutine (?<id>\d{1,20}) in state (?<state>.{1,400}), with .{1,4096} on top of the stack:$/;
var dialects = [
  // go.uber.org/goleak
  {
    sample: "    jobs_test.go:15: found unexpected goroutines:",
    begins: (line) => line.endsWith("found unexpected goroutines:"),
    message: "found unexpected goroutines",
    header: (line) => {
      const { id = "", state = "" } = inState.exec(line)?.groups ?? {};
      return plainHeader(id === "" ? line : `goroutine ${id} [${state}]:`);
    },
    end: /^\s*\]$/,
    isMeant: () => true
  },
  // github.com/fortytw2/leaktest and its like
  {
    sample: "    leaktest.go:150: leaktest: leaked goroutine: goroutine 14 [chan receive]:",
    begins: (line) => line.includes("eaked goroutine: goroutine ") && parseGoroutineHeader(line) !== null,
    message: "leaked goroutine",
    header: (line) => parseGoroutineHeader(line)?.header ?? null,
    end: null,
    isMeant: () => true
  },
  // The goroutine leak profile with debug=2 lists all goroutines.
  {
    sample: "goroutine 6 [chan receive (leaked)]:",
    begins: (line) => line.startsWith("goroutine ") && plainHeader(line)?.leaked === true,
    message: "leaked goroutines",
    header: plainHeader,
    end: null,
    isMeant: ({ leaked }) => leaked
  }
];
function plainHeader(line) {
  const read = parseGoroutineHeader(line);
  return read === null || line.slice(0, read.start).trim() !== "" ? null : read.header;
}
var leakReports = {
  begin(line, giveBack) {
    if (line.startsWith("goroutineleak profile: ")) {
      const profile = openGoroutineProfile(line);
      return profile === null ? null : openProfile(profile);
    }
    const last = line.charCodeAt(line.length - 1);
    if (last !== 58 && last !== 13) return null;
    const dialect = dialects.find(({ begins }) => begins(line));
    return dialect === void 0 ? null : openLeak(line, dialect, giveBack);
  }
};
function openLeak(first, dialect, giveBack) {
  const { begins, message, header: header4, end, isMeant } = dialect;
  let sure = false;
  let ended2 = false;
  const stacks = createLeakedStacks((line) => {
    if (sure) giveBack(line);
  });
  const open8 = (line) => {
    const read = header4(line);
    if (read === null) return false;
    const last = stacks.goroutines.at(-1);
    if (last === void 0 || last.id !== read.id || last.frames.length > 0) stacks.open(read);
    return true;
  };
  const isReport = () => stacks.goroutines.some(({ frames }) => end !== null || frames.length > 0);
  open8(first);
  return {
    get sure() {
      return sure;
    },
    push(line) {
      ended2 = end?.test(line) === true;
      if (ended2) return "last";
      const taken = open8(line) || begins(line) || stacks.push(line);
      sure ||= isReport();
      return taken ? "taken" : "not-mine";
    },
    finish(atEnd) {
      const isWhole2 = stacks.finish();
      const meant = stacks.goroutines.filter(isMeant);
      if (!isReport() || meant.length === 0) return null;
      return {
        ...leak(
          message,
          meant.map((goroutine) => ({ goroutine, title: "" }))
        ),
        omittedStacks: stacks.omitted(),
        truncated: end === null ? atEnd && !isWhole2 : !ended2
      };
    }
  };
}
function openProfile(profile) {
  let sure = false;
  return {
    get sure() {
      return sure;
    },
    push(line) {
      const taken = profile.push(line);
      sure ||= taken && line !== "";
      return taken ? "taken" : "not-mine";
    },
    finish() {
      const { total, stacks } = profile.finish();
      if (stacks.length === 0) return null;
      const seen = stacks.map(({ title: title2, labels, frames }) => ({
        title: title2,
        goroutine: { ...unnamed, labels, frames }
      }));
      const listed = stacks.reduce((sum, { count: count3 }) => sum + count3, 0);
      return {
        ...leak(`goroutineleak profile: total ${String(total)}`, seen),
        omittedStacks: Math.max(0, listed - stacks.length),
        truncated: listed < total
      };
    }
  };
}
var unnamed = {
  id: 0,
  state: "",
  waitMinutes: 0,
  lockedToThread: false,
  leaked: true,
  bubble: null,
  labels: {},
  frames: [],
  elided: null,
  createdBy: null,
  ancestors: []
};
function leak(message, stacks) {
  return {
    kind: "goroutine-leak",
    message,
    panics: [],
    signal: null,
    notes: [],
    stacks: stacks.map((stack) => ({ role: "waiting", access: null, ...stack })),
    runningTests: [],
    positions: []
  };
}

// src/crash/report-parsers.ts
var reportParsers = [detectorReports, leakReports];

// src/crash/runtime/foreign-line.ts
var foreignLines = [
  { pattern: /^=== [A-Z]{3,5} /, sample: "=== RUN   TestStore" },
  { pattern: /^ *--- (?:PASS|FAIL|SKIP|BENCH): /, sample: "--- PASS: TestStore (0.00s)" },
  { pattern: /^\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d/, sample: "2026/01/02 15:04:05 listening" },
  {
    pattern: /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d/,
    sample: "I0102 15:04:05.000001 1 main.go:7] ready"
  },
  { pattern: /^(?:time|level|ts|msg)=\S/, sample: 'level=info msg="still here"' },
  { pattern: /^\{"/, sample: '{"level":"info","msg":"still here"}' },
  {
    pattern: /^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR)[:\s[]/,
    sample: "INFO: still here"
  },
  { pattern: /^\[[A-Za-z]{2,12}\] /, sample: "[GIN] 2026/01/02 - 15:04:05 | 200 |" }
];
function isForeignLine(line) {
  return foreignLines.some(({ pattern: pattern2 }) => pattern2.test(line));
}

// src/crash/runtime/panic-values.ts
var maxValues = 100;
var maxValueChars3 = 4096;
var remark = / \[recovered(?<repanicked>, repanicked)?\]$/;
var maxRemarkChars = 30;
var runtimeValue = /^(?:runtime error: |interface conversion: |assignment to entry in nil map|close of (?:nil|closed) channel|send on closed channel)/;
var typed = [
  // main.state("half open")
  /^(?<type>[\p{L}_][\p{L}\p{Nd}_]*\.[^\s("]{1,200})\("[^]*"\)$/u,
  // main.code(7)  main.ratio(+1.500000e+000)  main.flag(true)  main.point(+1.0e+000+2.0e+000i)
  /^(?<type>[\p{L}_][\p{L}\p{Nd}_]*\.[^\s("]{1,200})\((?:true|false|\(?[-+\d][-+i\de.]{0,80}\)?|[+-]?Inf|NaN)\)$/u,
  // (main.order) 0xc000012345  (func(int) error) 0x574278  (struct { a int }) 0x4a86c8
  /^\((?<type>[^\n]{1,200})\) 0x[0-9a-f]{1,16}$/
];
function createPanicValues() {
  const raws = [];
  return {
    start(line) {
      if (raws.length >= maxValues) raws.pop();
      const { text: text4, found } = splitRemark(line);
      raws.push({
        first: text4.slice(0, maxValueChars3),
        more: [],
        chars: text4.length,
        remark: found
      });
    },
    extend(line) {
      const raw = raws.at(-1);
      if (raw === void 0) return;
      const { text: text4, found } = splitRemark(line);
      raw.remark = found;
      if (raw.chars < maxValueChars3) raw.more.push(text4.slice(0, maxValueChars3));
      raw.chars += text4.length + 1;
    },
    values() {
      const indented = raws.every(({ more }) => more.every((line) => line.startsWith("	")));
      return raws.map((raw) => valueOf(raw, indented));
    }
  };
}
function splitRemark(line) {
  const found = remark.exec(line.slice(-maxRemarkChars))?.[0] ?? "";
  return { text: line.slice(0, line.length - found.length), found };
}
function valueOf(raw, indented) {
  const lines = indented ? [raw.first, ...raw.more.map((line) => line.slice(1))] : ownLines([raw.first, ...raw.more]);
  const text4 = lines.join("\n").slice(0, maxValueChars3).replace(/\n+$/, "");
  return {
    text: text4,
    type: typed.map((pattern2) => pattern2.exec(text4)?.groups?.["type"]).find(Boolean) ?? null,
    recovered: raw.remark !== "",
    repanicked: raw.remark.includes("repanicked"),
    goexit: false
  };
}
function ownLines(lines) {
  const known = lines.findIndex((line) => runtimeValue.test(line));
  if (known > 0) return lines.slice(known, known + 1);
  const own2 = lines.filter((line) => !isForeignLine(line));
  return own2.length === 0 ? lines : own2;
}

// src/crash/runtime/first-letters.ts
function firstLetters(letters) {
  const known = new Uint8Array(128);
  for (const letter of letters) known[letter.charCodeAt(0)] = 1;
  return (line) => known[line.charCodeAt(0)] === 1;
}

// src/crash/runtime/signal-detail.ts
var inBrackets = /^\[signal (?<name>SIG[A-Z0-9+]{1,12}|0x[0-9a-f]{1,16})(?:: (?<words>[^=]{1,100}))? code=(?<code>0x[0-9a-f]{1,16}) addr=(?<address>0x[0-9a-f]{1,16}) pc=(?<pc>0x[0-9a-f]{1,16})\]$/;
var title = /^(?:(?<name>SIG[A-Z0-9+]{1,12}): (?<words>[a-zA-Z0-9 /()-]{1,60})|Exception (?<exception>0x[0-9a-f]{1,16})(?: 0x[0-9a-f]{1,16}){3})$/;
var place4 = /^PC=(?<pc>0x[0-9a-f]{1,16})(?: m=-?\d{1,10})?(?: sigcode=(?<code>-?\d{1,20}))?(?: addr=(?<address>0x[0-9a-f]{1,16}))?$/;
function parseSignalLine(line) {
  const found = inBrackets.exec(line)?.groups;
  if (found === void 0) return null;
  const { name: name2 = "", words: words4 = "", code = "", address: address2 = null, pc = null } = found;
  return { name: name2, words: words4.trimEnd(), code: signed(code), address: address2, pc, inCgo: false };
}
function parseSignalTitle(line) {
  const found = title.exec(line)?.groups;
  if (found === void 0) return null;
  const { name: name2, words: words4 = "exception", exception } = found;
  return {
    name: name2 ?? exception ?? "",
    words: words4,
    code: null,
    address: null,
    pc: null,
    inCgo: false
  };
}
function parseSignalPlace(line, signal5) {
  if (!line.startsWith("PC=")) return null;
  const found = place4.exec(line)?.groups;
  if (found === void 0) return null;
  const { pc = null, code, address: address2 } = found;
  return {
    ...signal5,
    pc,
    code: code === void 0 ? signal5.code : signed(code),
    address: address2 ?? signal5.address
  };
}
function signed(text4) {
  return Number(BigInt.asIntN(32, BigInt(text4)));
}

// src/crash/runtime/runtime-opening.ts
var words3 = [
  { kind: "panic", prefix: "panic: " },
  { kind: "fatal-error", prefix: "fatal error: " }
];
function parseRuntimeOpening(line) {
  switch (line.charCodeAt(0)) {
    case 112:
      if (line.startsWith("panic: ")) return { kind: "panic", text: line.slice(7), before: "" };
      break;
    case 102:
      if (line.startsWith("fatal error: "))
        return { kind: "fatal-error", text: line.slice(13), before: "" };
      break;
    case 83:
    // S
    case 69: {
      const signal5 = parseSignalTitle(line);
      if (signal5 !== null) return { kind: "signal", signal: signal5, before: "" };
      break;
    }
    default:
  }
  return null;
}
function parseGluedOpening(line) {
  for (const { kind, prefix } of words3) {
    const at3 = line.indexOf(prefix);
    if (at3 <= 0) continue;
    const before = line.slice(0, at3);
    if (/(?:^\s|: |\[)$/.test(before.slice(-2)) || /^\s/.test(before)) continue;
    return { kind, text: line.slice(at3 + prefix.length), before };
  }
  const at2 = line.indexOf("SIG");
  if (at2 > 0) {
    const signal5 = parseSignalTitle(line.slice(at2, at2 + 100));
    if (signal5 !== null) return { kind: "signal", signal: signal5, before: line.slice(0, at2) };
  }
  return null;
}
var runtimeNotes = [
  { pattern: /^runtime: /, sample: "runtime: goroutine stack exceeds 1000000000-byte limit" },
  {
    pattern: /^runtime\/cgo: /,
    sample: "runtime/cgo: pthread_create failed: Resource temporarily unavailable"
  },
  { pattern: /^unexpected fault address 0x/, sample: "unexpected fault address 0x577ca6" },
  {
    pattern: /^(?:free|malloc|realloc|calloc|sysmalloc|munmap_chunk|malloc_consolidate|memalign)\(\): /,
    sample: "free(): double free detected in tcache 2"
  },
  {
    pattern: /^(?:double free or corruption|corrupted (?:size|double-linked|unsorted)|malloc: )/,
    sample: "double free or corruption (out)"
  },
  {
    pattern: /^\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*/,
    sample: "*** stack smashing detected ***: terminated"
  },
  {
    pattern: /^terminate called (?:after|without|recursively)/,
    sample: "terminate called after throwing an instance of 'std::out_of_range'"
  }
];
var noteLetters = "rufmcsd*t";
var mayBeNote = firstLetters(noteLetters);
var assertion = /^[^:]{1,200}: [^:]{1,500}:\d{1,9}: .{1,500}: Assertion `.{1,1000}' failed\.$/;
function isRuntimeNote(line) {
  return mayBeNote(line) && runtimeNotes.some(({ pattern: pattern2 }) => pattern2.test(line));
}
function isAssertion(line) {
  return line.charCodeAt(line.length - 1) === 46 && line.endsWith("' failed.") && line.length < 2e3 && assertion.test(line);
}
var furtherNotes = [
  { pattern: /^object=0x/, sample: "object=0xc000012a00 s.base()=0xc000012000" },
  { pattern: /^ \*\(object\+\d+\) = /, sample: " *(object+8) = 0xc000200000" },
  { pattern: /^ \.{3}$/, sample: " ..." },
  { pattern: /^0x[0-9a-f]{8,16}[ :]/, sample: "0x00007ffc5d0d3c20:  0x0000000000000000" },
  { pattern: /^ {2}what\(\): {2}/, sample: "  what():  vector::_M_range_check" },
  { pattern: /^\t\S/, sample: "	(set GODEBUG=invalidptr=0)" }
];
function belongsToNote(line) {
  return furtherNotes.some(({ pattern: pattern2 }) => pattern2.test(line));
}

// src/crash/runtime/timeout-list.ts
var timeoutWords = /^test timed out after [\d.]+(?:ns|µs|ms|[hms\d.]+)/;
function parseRunningTests(text4) {
  const [, list = ""] = text4.split(/^\t?running tests:$/m, 2);
  return list.split("\n").flatMap((line) => {
    const { test, elapsed } = /^\s{0,4}(?<test>\S{1,1000}) \((?<elapsed>[\d.hmsµn]{1,30})\)$/.exec(line)?.groups ?? {};
    return test === void 0 || elapsed === void 0 ? [] : [{ test, elapsed }];
  });
}

// src/crash/runtime/crash-words.ts
var maxNotes4 = 50;
var maxNoteChars5 = 1e3;
var maxMessageChars3 = 4096;
var maxRawLines = 1e3;
var maxForeignLines2 = 20;
var noGoroutines = "no goroutines (main called runtime.Goexit) - deadlock!";
function createCrashWords(opening4, notes2) {
  switch (opening4.kind) {
    case "panic":
      return panicWords2(opening4.text, opening4.before !== "", notes2);
    case "fatal-error":
      return fatalWords(opening4.text, opening4.before !== "", notes2);
    case "signal":
      return signalWords(opening4.signal, notes2);
  }
}
function panicWords2(text4, glued, notes2) {
  const values = createPanicValues();
  values.start(text4);
  let signal5 = null;
  let chained = false;
  let rawLines = 0;
  return {
    push(line, blanksBefore) {
      const detail = parseSignalLine(line);
      if (detail !== null) {
        signal5 = detail;
        return "taken";
      }
      if (line.startsWith("	panic: ")) {
        chained = true;
        values.start(line.slice("	panic: ".length));
        return "taken";
      }
      if (!line.startsWith("	")) {
        if (parseRuntimeOpening(line) !== null) return "not-mine";
        if (glued || ++rawLines > maxRawLines) return "not-mine";
      }
      for (let blank2 = 0; blank2 < blanksBefore; blank2++) values.extend("");
      values.extend(line);
      return "taken";
    },
    get sure() {
      return signal5 !== null || chained;
    },
    get doubts() {
      return rawLines;
    },
    words() {
      const panics = values.values();
      const message = panics.at(-1)?.text ?? "";
      const timedOut = timeoutWords.test(message);
      return {
        kind: timedOut ? "timeout" : "panic",
        message: timedOut ? message.split("\n", 1)[0] ?? "" : message,
        panics: timedOut ? [] : panics,
        signal: signal5,
        notes: notes2,
        runningTests: timedOut ? parseRunningTests(message) : []
      };
    }
  };
}
function fatalWords(text4, glued, before) {
  const notes2 = [...before];
  let signal5 = null;
  let foreign2 = 0;
  return {
    push(line) {
      const detail = parseSignalLine(line);
      if (detail !== null) {
        signal5 = detail;
        return "taken";
      }
      if (parseRuntimeOpening(line) !== null) return "not-mine";
      if (isRuntimeNote(line)) {
        if (notes2.length < maxNotes4) notes2.push(line.slice(0, maxNoteChars5));
        return "taken";
      }
      return glued || ++foreign2 > maxForeignLines2 ? "not-mine" : "foreign";
    },
    get sure() {
      return signal5 !== null || text4 === noGoroutines;
    },
    get doubts() {
      return foreign2;
    },
    words: () => ({
      kind: "fatal-error",
      message: text4.slice(0, maxMessageChars3),
      panics: [],
      signal: signal5,
      notes: notes2,
      runningTests: []
    })
  };
}
function signalWords(title2, notes2) {
  let signal5 = title2;
  let sure = false;
  return {
    push(line) {
      const place5 = parseSignalPlace(line, signal5);
      if (place5 !== null) {
        signal5 = place5;
        sure = true;
        return "taken";
      }
      if (!sure) return "not-mine";
      if (line.startsWith("signal arrived during ")) signal5 = { ...signal5, inCgo: true };
      return /^(?:signal arrived during |instruction bytes:|fault +0x)/.test(line) ? "taken" : "foreign";
    },
    get sure() {
      return sure;
    },
    doubts: 0,
    words: () => ({
      kind: "signal",
      message: signal5.words,
      panics: [],
      signal: signal5,
      notes: notes2,
      runningTests: []
    })
  };
}
function needsNoStack({ kind, message }) {
  return kind === "fatal-error" && message === noGoroutines;
}

// src/crash/runtime/dump.ts
var limits2 = { goroutines: 1e5, stackFrames: 4096, frames: 2e5 };
var maxForeignInARow = 100;
var systemStack = "runtime stack:";
var noGoroutine = {
  id: 0,
  state: "",
  waitMinutes: 0,
  lockedToThread: false,
  leaked: false,
  bubble: null,
  labels: {}
};
var furniture = [
  // rax    0x0   r10    0x7f   rflags 0x246   lr 0x4a   pstate 0x6
  /^[a-z][a-z0-9_]{0,11} +0x[0-9a-f]+$/,
  // -----
  /^-----$/,
  // PC=0x47b m=2 sigcode=0
  /^PC=0x[0-9a-f]+ m=/,
  // SIGQUIT: quit   (of each further thread with GOTRACEBACK=crash)
  /^SIG(?:QUIT|ABRT): [a-z]+$/,
  // runtime: g 0 gp=0x5b2f20: unknown pc 0x7f0001
  /^runtime: g \d/,
  // stack: frame={sp:0x7ffc, fp:0x0} stack=[0x7ffc,0x7ffd)
  /^stack: frame=\{/,
  // 0x00007ffc5d0d3c20:  0x0000000000000000  0x00007f1c5c0d1b80
  /^0x[0-9a-f]{8,16}: {2}/
];
function createDump(giveBack) {
  let foreignInARow = 0;
  let over = false;
  let cut2 = false;
  let bare = false;
  let systemStackAt = -1;
  let otherThreads = false;
  const parser = createGoroutineParser((line, isPart) => {
    if (isPart) return;
    if (furniture.some((pattern2) => pattern2.test(line))) return;
    if (over && looksLikeCall(line)) {
      cut2 = true;
      return;
    }
    foreignInARow++;
    giveBack(line);
  }, limits2);
  const isFirstAgain = (line) => {
    const first = parser.goroutines[0];
    if (first === void 0 || first.id === 0 || !line.startsWith("goroutine ")) return false;
    return line.startsWith(`goroutine ${String(first.id)} `) && / \[.*\]/.test(line);
  };
  return {
    inOtherThreads: () => otherThreads,
    push(line) {
      if (line === "-----") otherThreads = true;
      else if (line !== "" && !line.startsWith("SIG")) otherThreads = false;
      if (foreignInARow > maxForeignInARow) return "not-mine";
      if (isFirstAgain(line)) return "not-mine";
      const goroutines = parser.goroutines.length + parser.omitted();
      const frames = parser.frames();
      if (line === systemStack) {
        systemStackAt = goroutines;
        parser.begin({ ...noGoroutine });
      } else parser.push(line);
      const isHeader = parser.goroutines.length + parser.omitted() > goroutines;
      bare ||= isHeader;
      if (line === "") return foreignInARow === 0 ? "taken" : "foreign";
      const isFrame = parser.frames() > frames;
      if (isFrame) bare = false;
      if (isHeader || isFrame) foreignInARow = 0;
      return "taken";
    },
    end() {
      over = true;
      parser.end();
      return !cut2 && !bare;
    },
    stacks: () => parser.goroutines.map((goroutine, index) => ({
      role: "other",
      goroutine,
      access: null,
      title: index === systemStackAt ? systemStack : ""
    })),
    omitted: parser.omitted
  };
}
function looksLikeCall(line) {
  return /^(?:created by )?[\p{L}_][^\s(]*[.(]/u.test(line.slice(0, 200));
}

// src/crash/runtime/logged-trace.ts
var printers = /^runtime\/debug\.(?:Stack|PrintStack)$/;
function isLogged({
  kind,
  panics,
  signal: signal5,
  stacks
}) {
  if (kind !== "panic") return false;
  const frames = stacks[0]?.goroutine.frames ?? [];
  if (printers.test(frames[0]?.function ?? "")) return true;
  if (panics.length !== 1 || panics[0]?.recovered === true || signal5 !== null) return false;
  const panic2 = frames.findIndex(({ function: name2 }) => name2 === "panic");
  return panic2 > 0 && !frames.slice(0, panic2).every(isRuntime);
}

// src/crash/runtime/stack-roles.ts
var awake = /* @__PURE__ */ new Set(["running", "runnable", "syscall", "idle", ""]);
function withRoles({ kind, message, signal: signal5 }, stacks) {
  const nobody2 = kind === "timeout" || / - deadlock!$/.test(message) || kind === "signal" && (signal5?.name === "SIGQUIT" || signal5?.code === 0);
  if (nobody2)
    return stacks.map(
      (stack) => awake.has(stack.goroutine.state) ? stack : { ...stack, role: "waiting" }
    );
  const own2 = stacks.findIndex(({ title: title2 }) => title2 === "");
  const at2 = stacks[0]?.title === "" || workedFor(stacks[own2], signal5) ? own2 : 0;
  const crashing2 = stacks[at2];
  if (crashing2 === void 0) return [...stacks];
  return [{ ...crashing2, role: "crashing" }, ...stacks.filter((stack) => stack !== crashing2)];
}
function workedFor(stack, signal5) {
  if (stack === void 0) return false;
  const { state, frames } = stack.goroutine;
  return state === "running" || signal5 !== null && frames[0]?.function === "runtime.cgocall";
}

// src/crash/runtime/runtime-report.ts
var maxNotes5 = 50;
var maxNoteChars6 = 1e3;
var exit2 = /^exit status \d{1,10}$/;
var twoHeaders = /^goroutine (?:goroutine |\d{1,20}goroutine ).{0,200}\[/;
var runtimeReports = {
  first: `pfSE${noteLetters}`,
  begin(line, giveBack) {
    const opening4 = parseRuntimeOpening(line);
    if (opening4 !== null) return openReport2(opening4, [], giveBack);
    return isRuntimeNote(line) ? openNotes(line, giveBack) : null;
  }
};
var gluedRuntimeReports = {
  begin(line, giveBack) {
    const opening4 = parseGluedOpening(line);
    if (opening4 !== null) return openReport2(opening4, [], giveBack);
    return isAssertion(line) ? openNotes(line, giveBack) : null;
  }
};
function openNotes(first, giveBack) {
  const notes2 = [first.slice(0, maxNoteChars6)];
  let report = null;
  return {
    push(line) {
      if (report !== null) return report.push(line);
      const opening4 = parseRuntimeOpening(line);
      if (opening4 !== null) {
        report = openReport2(opening4, notes2, giveBack);
        return "taken";
      }
      if (!isRuntimeNote(line) && !belongsToNote(line)) return "not-mine";
      if (notes2.length < maxNotes5) notes2.push(line.slice(0, maxNoteChars6));
      return "taken";
    },
    finish: (atEnd) => report?.finish(atEnd) ?? null,
    get sure() {
      return report?.sure ?? false;
    }
  };
}
function openReport2(opening4, notes2, giveBack) {
  const glued = opening4.before !== "";
  const words4 = createCrashWords(opening4, notes2);
  let blanks = 0;
  let dump = null;
  let ended2 = false;
  let garbled = false;
  const beforeStacks = (line) => {
    if (line === "") {
      blanks++;
      return "taken";
    }
    if (beginsStacks(line)) {
      if (glued && blanks === 0 && !words4.sure) return "not-mine";
      dump = createDump(giveBack);
      return dump.push(line);
    }
    if (line.startsWith("goroutine ") || "goroutine ".startsWith(line)) {
      garbled ||= twoHeaders.test(line);
      return "taken";
    }
    const framing = parseFraming(line);
    if (framing?.kind === "package" || exit2.test(line)) {
      ended2 = !glued && words4.doubts === 0 && opening4.kind !== "signal";
      return "not-mine";
    }
    if (framing !== null) return glued ? "not-mine" : "foreign";
    const taken = words4.push(line, blanks);
    if (taken === "taken") blanks = 0;
    return taken;
  };
  return {
    push(line) {
      if (dump === null) return beforeStacks(line);
      return endsDump(line) && !dump.inOtherThreads() ? "not-mine" : dump.push(line);
    },
    finish(atEnd) {
      const said2 = words4.words();
      const whole = dump?.end() ?? (ended2 || needsNoStack(said2));
      const likely = atEnd && !glued && words4.doubts === 0 && said2.kind !== "signal";
      if (dump === null && !words4.sure && !ended2 && !likely && !garbled) return null;
      const stacks = withRoles(said2, dump?.stacks() ?? []);
      return {
        ...said2,
        stacks,
        survived: isLogged({ ...said2, stacks }),
        omittedStacks: dump?.omitted() ?? 0,
        positions: [],
        truncated: !whole
      };
    },
    get sure() {
      return dump !== null || words4.sure;
    }
  };
}
function beginsStacks(line) {
  return line.startsWith("goroutine ") ? parseGoroutineHeader(line)?.start === 0 : line === "runtime stack:";
}
function endsDump(line) {
  switch (line.charCodeAt(0)) {
    case 70:
    // F
    case 80:
    // P
    case 111:
    // o
    case 45:
      return parseFraming(line) !== null;
    case 101:
      return exit2.test(line);
    case 115:
      return line.startsWith("signal: ");
    case 42:
      return line.startsWith("*** Test ");
    case 61:
      return line.startsWith("==================");
    case 83:
    // S
    case 112:
    // p
    case 102:
      return parseRuntimeOpening(line) !== null;
    default:
      return false;
  }
}

// src/crash/runtime/testing-report.ts
var panicked2 = /^(?<margin> {4,40})testing\.go:\d{1,6}: panic: (?<value>.*)$/;
var ended = /^ {4,40}testing\.go:\d{1,6}: (?<message>test executed panic\(nil\) or runtime\.Goexit(?:: .{1,200})?)$/;
var workerEnded = /^ {4}fuzzing process (?:hung or terminated unexpectedly(?: while minimizing)?|terminated by unexpected signal; no crash will be recorded): (?<end>exit status (?<status>\d{1,5})|signal: .{1,60})$/;
var failingInput = /^ {0,4}(?:Failing input written to |To re-run:$|go test -run=)/;
var maxNotes6 = 10;
var testingReports = {
  first: " ",
  begin(line) {
    if (!line.startsWith("    ")) return null;
    const isTesting = line.startsWith("testing.go:", line.search(/\S/));
    if (!isTesting && !line.startsWith("    fuzzing process ")) return null;
    const { margin, value } = panicked2.exec(line)?.groups ?? {};
    if (margin !== void 0 && value !== void 0) return openPanic(`${margin}    `, value);
    const message = ended.exec(line)?.groups?.["message"];
    if (message !== void 0)
      return openNotes2(draftOf({ message, panics: [plainValue2(message)] }));
    const { end, status } = workerEnded.exec(line)?.groups ?? {};
    if (end === void 0) return null;
    return openNotes2(draftOf({ kind: status === void 0 ? "killed" : "exit", message: end }));
  }
};
function openPanic(margin, first) {
  const values = createPanicValues();
  values.start(first);
  const stacks = createGoroutineParser();
  let inStack = false;
  const notes2 = [];
  return {
    push(full) {
      if (full.trim() === "") return "taken";
      if (!full.startsWith(margin)) return noteOf(full, notes2);
      const line = full.slice(margin.length);
      inStack ||= /^goroutine \d{1,20} \[/.test(line);
      if (inStack) stacks.push(line);
      else values.extend(`	${line}`);
      return "taken";
    },
    finish() {
      stacks.end();
      const panics = values.values();
      return draftOf({
        message: panics[0]?.text ?? "",
        panics,
        notes: notes2,
        stacks: stacks.goroutines.map((goroutine, index) => ({
          role: index === 0 ? "crashing" : "other",
          goroutine,
          access: null,
          title: ""
        })),
        omittedStacks: stacks.omitted(),
        truncated: stacks.goroutines.length === 0
      });
    },
    sure: true
  };
}
function openNotes2(draft) {
  const notes2 = [];
  return {
    push: (line) => noteOf(line, notes2),
    finish: () => ({ ...draft, notes: notes2 }),
    sure: true
  };
}
function noteOf(line, notes2) {
  if (!failingInput.test(line)) return "not-mine";
  if (line.includes("Failing input") && notes2.length < maxNotes6)
    notes2.push(line.trim().slice(0, 1e3));
  return "taken";
}
function plainValue2(text4) {
  return { text: text4, type: null, recovered: false, repanicked: false, goexit: false };
}
function draftOf(known) {
  return {
    kind: "panic",
    message: "",
    panics: [],
    signal: null,
    notes: [],
    stacks: [],
    omittedStacks: 0,
    runningTests: [],
    positions: [],
    truncated: false,
    ...known
  };
}

// src/crash/crash-scanner.ts
var others = [
  ...reportParsers,
  testingReports,
  buildFailures,
  positionFailures,
  goCommandFailures
];
var families = askedByFirst([runtimeReports, gluedRuntimeReports, ...others]);
var otherFamilies = askedByFirst(others);
var maxHeldLines = 2e3;
var maxHeldChars = 16e6;
function createCrashScanner(sink) {
  let lineNumber = 0;
  let reading = null;
  const output = createPackageOutput({
    crash: sink.crash,
    other: sink.other ?? (() => void 0)
  });
  const other = (line) => {
    output.line(line, lineNumber);
  };
  const giveBack = (line) => {
    if (reading !== null) {
      reading.lineCount--;
      settle(reading);
    }
    other(line);
  };
  const open8 = (line, asked) => {
    for (const family of asked(line)) {
      const report = family.begin(line, giveBack);
      if (report === null) continue;
      reading = {
        report,
        family,
        firstLine: lineNumber,
        outputTest: output.outputTest,
        lineCount: 1,
        held: [{ line, mine: true }],
        heldChars: line.length
      };
      settle(reading);
      return;
    }
    other(line);
  };
  const settle = (current) => {
    const { held } = current;
    if (held === null || !current.report.sure) return;
    current.held = null;
    for (const { line, mine } of held) if (!mine) other(line);
  };
  const giveUp = ({ held, firstLine, family }) => {
    const [first, ...rest] = held ?? [];
    if (first === void 0) return;
    const now = lineNumber;
    other(first.line);
    for (const [index, { line }] of rest.entries()) {
      lineNumber = firstLine + index + 1;
      if (isRuntime2(family)) feed(line, otherFamilies);
      else other(line);
    }
    lineNumber = now;
  };
  const close = (atEnd) => {
    const current = reading;
    if (current === null) return;
    const draft = current.report.finish(atEnd);
    reading = null;
    if (draft === null) {
      giveUp(current);
      return;
    }
    for (const { line, mine } of current.held ?? []) if (!mine) other(line);
    const { firstLine, lineCount, outputTest } = current;
    const { stacks, ...words4 } = draft;
    output.crash({
      package: null,
      survived: false,
      ...detachedValue(words4),
      // Parsers of stacks detach what they keep.
      stacks,
      exitStatus: null,
      outputTest,
      lineCount,
      firstLine
    });
  };
  const keep = (current, line, mine) => {
    if (mine) current.lineCount++;
    if (current.held === null) {
      if (!mine) other(line);
      return;
    }
    current.held.push({ line, mine });
    current.heldChars += line.length;
    settle(current);
    if (!isTooLong(current)) return;
    reading = null;
    giveUp(current);
  };
  const feed = (line, asked) => {
    if (reading === null) {
      open8(line, asked);
      return;
    }
    const taken = reading.report.push(line);
    if (taken === "not-mine") {
      close(false);
      feed(line, asked);
      return;
    }
    keep(reading, line, taken !== "foreign");
    if (taken === "last") close(false);
  };
  return {
    push(line) {
      lineNumber++;
      feed(line, families);
    },
    end() {
      close(true);
      close(true);
      output.end();
    }
  };
}
function isTooLong({ held, heldChars }) {
  return held !== null && (held.length > maxHeldLines || heldChars > maxHeldChars);
}
function isRuntime2(family) {
  return family === runtimeReports || family === gluedRuntimeReports;
}
function askedByFirst(all) {
  const always = all.filter(({ first }) => first === void 0);
  const table3 = Array.from(
    { length: 128 },
    (_, code) => all.filter(({ first }) => first?.includes(String.fromCharCode(code)) ?? true)
  );
  return (line) => table3[line.charCodeAt(0)] ?? always;
}
function scanCrashes(text4) {
  const crashes = [];
  const scanner = createCrashScanner({ crash: (crash) => crashes.push(crash) });
  for (const line of text4.split("\n")) scanner.push(line);
  scanner.end();
  return crashes;
}

// src/crash/crash-file.ts
function parseCrashFile(text4) {
  const [crash] = scanCrashes(text4);
  if (crash !== void 0) return { ...crash, survived: false };
  const goroutines = parseGoroutines(text4);
  if (goroutines.length === 0) return null;
  return bareCrash("fatal-error", "", {
    firstLine: 1,
    lineCount: text4.split("\n").length,
    stacks: goroutines.map((goroutine, index) => ({
      role: index === 0 ? "crashing" : "other",
      goroutine,
      access: null,
      title: ""
    }))
  });
}
var maxDistance = 3;
function reconcile(fromOutput, file, fileIsReliable) {
  if (file === null && !fileIsReliable) return [...fromOutput];
  const reports = fromOutput.filter((crash) => !endsProcess(crash.kind));
  if (file === null) return reports;
  const same2 = fromOutput.findLast((crash) => endsProcess(crash.kind) && sameCrash(crash, file));
  return [same2 === void 0 ? file : merged(same2, file), ...reports];
}
function sameCrash(printed, { kind, message, stacks }) {
  const [first] = stacks;
  if (first === void 0) return printed.kind === kind && printed.message === message;
  const { id, frames } = first.goroutine;
  const own2 = printed.stacks.find(({ goroutine }) => goroutine.id === id)?.goroutine;
  if (own2 === void 0) return false;
  const names4 = own2.frames.slice(0, maxDistance).map(({ function: name2 }) => name2);
  return names4.every((name2, index) => frames[index]?.function === name2);
}
function merged(printed, file) {
  return file.stacks.length >= printed.stacks.length ? {
    ...printed,
    stacks: file.stacks,
    omittedStacks: file.omittedStacks,
    truncated: file.truncated
  } : printed;
}

// src/crash/crash-of-cause.ts
var maxHolders = 5;
function crashOfCause(wordless2) {
  const { kind, exitCode: exitCode2, notes: notes2, cause, blackBox: blackBox2, failure: failure2, directory, package: name2 } = wordless2;
  const test = failure2?.function ?? wordless2.test;
  const holders2 = holdersOf2(blackBox2);
  const [first] = holders2;
  const position4 = cause.position ?? failure2 ?? first ?? null;
  return {
    parsed: bareCrash(kind, kind === "exit" ? `exit status ${String(exitCode2)}` : cause.summary, {
      firstLine: 0,
      lineCount: 0,
      notes: notes2,
      exitStatus: exitCode2,
      outputTest: test,
      package: name2
    }),
    blame: {
      blame: position4 === null ? null : frameOf2(position4, directory),
      related: holders2.slice(cause.position === void 0 ? 1 : 0).map((holder) => ({
        ...frameOf2(holder, directory),
        role: "held memory"
      })),
      test: test ?? first?.test ?? null,
      package: name2
    }
  };
}
function holdersOf2(blackBox2) {
  if (blackBox2 === null) return [];
  const { rssBytes, outsideGoBytes, functions } = blackBox2;
  if ((outsideGoBytes ?? 0) > (rssBytes ?? 0) / 2) return [];
  return functions.map((holder) => ({ ...holder.caller ?? holder, test: holder.test })).filter(({ file }) => !isElsewhere(file)).slice(0, maxHolders);
}
function isElsewhere(file) {
  return file === "" || /^(?:[/\\<]|[A-Za-z]:)/.test(file);
}
function frameOf2({ function: name2, file, line }, directory) {
  const below3 = directory !== "" && !isElsewhere(file);
  return { function: name2, file: below3 ? `${directory}/${file}` : file, line };
}

// src/crash/report-crash.ts
var maxStacks11 = 40;
var maxFrames6 = 100;
var maxOccurrences = 200;
var maxCrashes2 = 200;
function reportCrashes(found, repository) {
  const byFingerprint = /* @__PURE__ */ new Map();
  for (const one of found) {
    const same2 = byFingerprint.get(one.fingerprint);
    if (same2 === void 0) {
      if (byFingerprint.size < maxCrashes2)
        byFingerprint.set(one.fingerprint, { first: one, seen: [one.seen] });
    } else if (same2.seen.length < maxOccurrences && !same2.seen.some((other) => equal(other, one.seen)))
      same2.seen.push(one.seen);
  }
  return [...byFingerprint.values()].map(({ first, seen }) => ({
    id: `crash-${first.fingerprint.slice(0, 8)}`,
    cause: first.cause,
    message: first.parsed.message,
    package: first.seen.package,
    leg: first.seen.leg,
    test: first.seen.test,
    blame: first.blame.blame,
    related: [...first.blame.related],
    stacks: stacksOf(first.parsed, repository),
    fingerprint: first.fingerprint,
    known: first.known,
    occurrences: seen
  }));
}
function equal(a, b) {
  return a.package === b.package && a.leg === b.leg && a.attempt === b.attempt && a.test === b.test;
}
function stacksOf({ stacks }, repository) {
  return stacks.slice(0, maxStacks11).map((stack) => stackOf(stack, repository));
}
function stackOf({ role, goroutine: { id, state, frames, createdBy } }, repository) {
  const named3 = (frame) => ({
    ...frame,
    file: locateFrame(frame, repository)?.file ?? frame.file
  });
  return {
    id: String(id),
    state,
    role,
    frames: frames.slice(0, maxFrames6).map(({ function: name2, file, line }) => named3({ function: name2, file, line })),
    createdBy: createdBy === null ? null : named3(createdBy)
  };
}

// src/machine/source-files.ts
import { realpathSync as realpathSync2, statSync } from "node:fs";
import { join as join28, relative as relative7, sep as sep2 } from "node:path";

// src/machine/go-modules.ts
import { existsSync as existsSync2, readdirSync, realpathSync } from "node:fs";
import { dirname as dirname5, join as join27, relative as relative6, resolve as resolve4, sep } from "node:path";

// src/machine/module-file.ts
var word = /^(?:"(?<quoted>[^"]*)"|`(?<raw>[^`]*)`|(?<plain>[^\s"`()]+))(?:\s|$)/;
var maxFolders = 1e3;
function modulePath(text4) {
  return argumentsOf("module", text4)[0] ?? null;
}
function workspaceFolders(text4) {
  return argumentsOf("use", text4).slice(0, maxFolders);
}
function argumentsOf(keyword, text4) {
  const found = [];
  let inBlock = false;
  for (const raw of text4.split("\n")) {
    const line = raw.replace(/(?:^|\s)\/\/.*$/, "").trim();
    if (line === ")") inBlock = false;
    else if (inBlock === true) found.push(...wordOf(line));
    else if (inBlock === "other" || line === "") continue;
    else {
      const [first = ""] = line.split(/[\s("`]/, 1);
      const rest = line.slice(first.length).trim();
      if (rest === "(") inBlock = first === keyword ? true : "other";
      else if (first === keyword) found.push(...wordOf(rest));
    }
  }
  return found;
}
function wordOf(text4) {
  const { quoted, raw, plain: plain4 } = word.exec(text4)?.groups ?? {};
  const value = quoted ?? raw ?? plain4;
  return value === void 0 || value === "" ? [] : [value];
}

// src/machine/small-file.ts
import { Buffer as Buffer11 } from "node:buffer";
import { closeSync, constants as constants8, fstatSync, openSync, readSync } from "node:fs";
var maxSmallBytes = 4 * 1024 * 1024;
function readSmallFile(path2) {
  let file;
  try {
    file = openSync(path2, constants8.O_RDONLY | constants8.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const stat5 = fstatSync(file);
    if (!stat5.isFile() || stat5.size > maxSmallBytes) return null;
    const bytes3 = Buffer11.alloc(stat5.size);
    let length = 0;
    while (length < bytes3.length) {
      const read = readSync(file, bytes3, length, bytes3.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return bytes3.subarray(0, length).toString("utf8");
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

// src/machine/go-modules.ts
var maxFolders2 = 1e4;
var maxModules = 1e3;
var skipped = /^(?:[._].*|testdata|vendor|node_modules)$/;
function findModules(directory) {
  const start = realOf(resolve4(directory));
  const root = rootOf(start);
  const above = [...foldersAbove(start)].filter((folder) => folder.startsWith(root));
  const folders = /* @__PURE__ */ new Set([...above, ...workspace(root), ...walk2(root)]);
  const modules = [];
  for (const folder of folders) {
    const text4 = readSmallFile(join27(folder, "go.mod"));
    const path2 = text4 === null ? null : modulePath(text4);
    if (path2 === null || modules.length >= maxModules) continue;
    modules.push({ path: path2, directory: relative6(root, folder).split(sep).join("/") });
  }
  return { root, modules };
}
function checkoutOf(directory) {
  return rootOf(realOf(resolve4(directory)));
}
function rootOf(start) {
  const above = [...foldersAbove(start)];
  const has = (name2) => (folder) => existsSync2(join27(folder, name2));
  return above.find(has(".git")) ?? above.find(has("go.work")) ?? above.find(has("go.mod")) ?? start;
}
function* foldersAbove(start) {
  for (let folder = start; ; folder = dirname5(folder)) {
    yield folder;
    if (dirname5(folder) === folder) return;
  }
}
function workspace(root) {
  const text4 = readSmallFile(join27(root, "go.work"));
  if (text4 === null) return [];
  return workspaceFolders(text4).map((folder) => realOf(resolve4(root, folder))).filter((folder) => folder === root || folder.startsWith(root + sep));
}
function* walk2(root) {
  const waiting2 = [root];
  for (let next = 0; next < waiting2.length && next < maxFolders2; next++) {
    const folder = waiting2[next] ?? root;
    yield folder;
    for (const name2 of foldersIn(folder))
      if (!skipped.test(name2) && waiting2.length < maxFolders2) waiting2.push(join27(folder, name2));
  }
}
function foldersIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry2) => entry2.isDirectory()).map(({ name: name2 }) => name2).sort();
  } catch {
    return [];
  }
}
function realOf(path2) {
  try {
    return realpathSync(path2);
  } catch {
    return path2;
  }
}

// src/machine/source-files.ts
var maxCachedFiles = 200;
var maxCachedChars = 64 * 1024 * 1024;
var maxCachedNames = 2e4;
var maxPathChars = 1024;
function repositoryAt(directory) {
  const { root, modules } = findModules(directory);
  return openRepository(root, modules);
}
function placeInRepository(directory) {
  return relative7(checkoutOf(directory), realOf2(directory) ?? directory).split(sep2).join("/");
}
function openRepository(root, modules) {
  const base = realOf2(root);
  const places = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  const placeOf2 = (file) => {
    const known = places.get(file);
    if (known !== void 0) return known;
    const place5 = base === null ? null : regularFile(base, file);
    if (places.size >= maxCachedNames) places.clear();
    places.set(file, place5);
    return place5;
  };
  let chars = 0;
  const forget = () => {
    for (const [place5, lines] of texts) {
      if (texts.size <= maxCachedFiles && chars <= maxCachedChars) break;
      if (texts.size === 1) break;
      texts.delete(place5);
      for (const line of lines ?? []) chars -= line.length + 1;
    }
  };
  return {
    modules,
    root,
    has: (file) => placeOf2(file) !== null,
    lines(file) {
      const place5 = placeOf2(file);
      if (place5 === null) return null;
      const known = texts.get(place5);
      const text4 = known === void 0 ? readSmallFile(place5) : null;
      const lines = known ?? text4?.split(/\r?\n/) ?? null;
      chars += text4?.length ?? 0;
      texts.delete(place5);
      texts.set(place5, lines);
      forget();
      return lines;
    }
  };
}
function regularFile(base, file) {
  if (file === "" || file.length > maxPathChars || file.includes("\0")) return null;
  if (file.split(/[\\/]/).includes("..")) return null;
  const path2 = join28(base, file);
  try {
    if (statSync(path2, { throwIfNoEntry: false })?.isFile() !== true) return null;
  } catch {
    return null;
  }
  const place5 = realOf2(path2);
  return place5?.startsWith(base.endsWith(sep2) ? base : base + sep2) === true ? place5 : null;
}
function realOf2(path2) {
  try {
    return realpathSync2.native(path2);
  } catch {
    return null;
  }
}

// src/run/crashes.ts
var maxCrashes3 = 100;
var noCrash = /* @__PURE__ */ new Set([
  "test-failure",
  "no-tests",
  "cancelled",
  "runner-shutdown",
  "lost"
]);
var wordless = /* @__PURE__ */ new Set(["os-exit", "log-fatal", "testmain-exit"]);
async function readCrashes(sources, { out, plan, catalog }) {
  if (sources.length === 0) return { crashes: [], gaps: [] };
  const repository = repositoryAt(plan.directory);
  const tools2 = { out, directory: plan.source.directory ?? "", repository, catalog };
  const found = [];
  const gaps2 = [];
  for (const source of sources) {
    try {
      found.push(...await crashesOf(source, tools2));
    } catch (error) {
      const { leg, package: name2 } = source.run;
      gaps2.push({ what: `its crash could not be read: ${String(error)}`, leg, package: name2 });
    }
  }
  return { crashes: reportCrashes(found, repository), gaps: gaps2 };
}
async function crashesOf(source, tools2) {
  const { run } = source;
  if (run.cause === null) return [];
  const printed = run.ending === "build-failed" ? scan2(run.output) : await readPrinted(run, tools2.out);
  const own2 = printed.filter((crash) => !crash.survived && !isForeign(crash, tools2.repository));
  const file = parseCrashFile(source.crashText);
  const parsed = reconcile(own2, file, source.fileIsReliable).filter(
    ({ kind }) => kind !== "killed" && kind !== "exit"
  );
  const found = parsed.map((crash) => seenIn(run, examine(crash, tools2)));
  const ending = found.find(({ parsed: { kind } }) => endsProcess(kind)) ?? found[0];
  if (ending === void 0)
    return noCrash.has(run.cause.id) ? [] : [fromCause(run, printed, tools2)];
  if (!found.some(({ cause }) => cause === run.cause?.id) && !noCrash.has(run.cause.id))
    ending.cause = run.cause.id;
  return [ending, ...found.filter((other) => other !== ending)];
}
async function readPrinted(run, out) {
  const log = run.attempts.at(-1)?.log;
  if (log === void 0) return scan2(run.output);
  const found = [];
  const scanner = createCrashScanner({
    crash: (crash) => {
      if (found.length < maxCrashes3) found.push(crash);
    }
  });
  const lines = splitLines(scanner.push);
  await readChunks(join29(out, log), lines.push);
  lines.end();
  scanner.end();
  return found;
}
function scan2(text4) {
  const found = [];
  const scanner = createCrashScanner({ crash: (crash) => found.push(crash) });
  for (const line of text4.split("\n")) scanner.push(line);
  scanner.end();
  return found.slice(0, maxCrashes3);
}
function fromCause(run, printed, tools2) {
  const { cause, attempts, tests: tests2 } = run;
  if (cause === null) throw new Error("a crash of no cause");
  const { parsed, blame } = crashOfCause({
    kind: wordless.has(cause.id) ? "exit" : run.ending === "build-failed" ? "build-failure" : "killed",
    cause,
    exitCode: attempts.at(-1)?.exitCode ?? null,
    notes: printed.findLast(({ kind }) => kind === "exit")?.notes ?? [],
    blackBox: attempts.at(-1)?.blackBox ?? null,
    test: innermost3(tests2.unfinished),
    failure: failureOf(run),
    directory: tools2.directory,
    package: run.package
  });
  const found = seenIn(run, examine(parsed, tools2, blame));
  return { ...found, parsed: { ...parsed, message: cause.summary }, cause: cause.id };
}
function failureOf({ ending, cause, tests: { failures: failures2 } }) {
  if (ending !== "failed" || cause === null) return null;
  const words4 = cause.evidence.map(({ detail }) => detail).filter((detail) => detail !== "");
  const spoken2 = failures2.find(({ message }) => words4.some((word2) => message.includes(word2)));
  const failure2 = spoken2 ?? (failures2.length === 1 ? failures2[0] : void 0);
  if (failure2 === void 0 || failure2.file === null || failure2.line === null) return null;
  return { function: failure2.test, file: failure2.file, line: failure2.line };
}
function innermost3(running) {
  const last = running.toSorted((a, b) => a.length - b.length).at(-1);
  if (last === void 0) return null;
  return running.every((test) => last === test || last.startsWith(`${test}/`)) ? last : null;
}
function seenIn(run, examined) {
  const { parsed, blame, cause, fingerprint: fingerprint2, recognition } = examined;
  return {
    ...{ parsed, blame, cause, fingerprint: fingerprint2 },
    known: recognition.known?.id ?? null,
    seen: {
      package: run.package,
      leg: run.leg,
      attempt: run.attempts.at(-1)?.number ?? 1,
      test: blame.test
    }
  };
}

// src/run/cancel-record.ts
var cancelSchema = object({ signal: string2(), at: number2() });
async function writeCancel(out, signal5) {
  await writeAtomically(layout.cancel(out), `${JSON.stringify({ signal: signal5, at: Date.now() })}
`);
}
async function readCancel(out) {
  const text4 = await readBounded(layout.cancel(out), 1 << 16);
  if (text4 === null) return null;
  try {
    return cancelSchema.parse(JSON.parse(text4));
  } catch {
    return { signal: "unknown", at: 0 };
  }
}

// src/run/keeper-gone.ts
import { access as access5 } from "node:fs/promises";
var goStartSchema = object({ keeperPid: int().check(_positive()) });
var patienceMs4 = 5e3;
var pollMs = 20;
async function keeperGone(folder) {
  const deadline = Date.now() + patienceMs4;
  while (Date.now() < deadline && await isCleaningUp(folder))
    await new Promise((resolve5) => setTimeout(resolve5, pollMs));
}
async function isCleaningUp(folder) {
  const text4 = await readBounded(goTestFiles.goStart(folder), 1 << 20);
  if (text4 === null || await exists(goTestFiles.goEnd(folder))) return false;
  try {
    process.kill(goStartSchema.parse(JSON.parse(text4)).keeperPid, 0);
    return true;
  } catch {
    return false;
  }
}
async function exists(path2) {
  return access5(path2).then(
    () => true,
    () => false
  );
}

// src/run/assemble.ts
async function assemble(out, catalog) {
  const marker = await readMarker(out);
  const plan = await readRunPlan(out);
  if (marker === null || plan?.run !== marker.run) return null;
  const cancel = await readCancel(out);
  const packages = [];
  const heap = [];
  const gaps2 = [];
  const legs = [];
  const crashed2 = [];
  let endedAt = Date.parse(plan.startedAt);
  for (const leg of plan.legs) {
    const assembled = await assembleLeg(out, plan, leg, cancel);
    packages.push(...assembled.packages);
    heap.push(...assembled.heap);
    gaps2.push(...assembled.gaps);
    legs.push(assembled.report);
    crashed2.push(...assembled.crashed);
    endedAt = Math.max(endedAt, assembled.endedAt);
  }
  await writeLogs(out, { legs, packages });
  const { crashes, gaps: unread } = await readCrashes(crashed2, { out, plan, catalog });
  gaps2.push(...unread);
  gaps2.unshift(...coreGaps(await readCoreLedger(out), plan.legs, packages));
  return {
    schema: 1,
    tool: { name: "go-crash-guard", version: plan.toolVersion },
    startedAt: plan.startedAt,
    elapsedMs: Math.max(0, endedAt - Date.parse(plan.startedAt)),
    source: plan.source,
    machine: plan.machine,
    preflight: plan.preflight,
    legs,
    packages,
    crashes,
    heap,
    comparison: null,
    artifacts: [],
    gaps: gaps2,
    verdict: judge({
      packages,
      legs,
      problem: plan.problem,
      cancelled: cancel !== null,
      failOn: plan.failOn
    })
  };
}
async function assembleLeg(out, plan, leg, cancel) {
  await keeperGone(layout.leg(out, leg.name));
  for (const { folder } of await readRounds(out, leg.name)) await keeperGone(folder);
  const evidence = await readLeg(out, leg);
  const assembled = {
    report: legReport(evidence),
    packages: [],
    heap: [],
    gaps: [...legGaps(evidence)],
    crashed: [],
    endedAt: Math.max(0, ...allGoTests(evidence).map(endOf2))
  };
  for (const planned of leg.packages) {
    const one = await assemblePackage({ out, plan, evidence, planned, cancel });
    assembled.packages.push(one.run);
    assembled.heap.push(...one.heap);
    assembled.gaps.push(...one.gaps);
    if (needsLog(one.run.ending)) assembled.crashed.push(one);
  }
  assembled.gaps = gatherGaps(assembled.gaps, leg.name);
  return assembled;
}
function allGoTests(evidence) {
  return [evidence.main, ...evidence.rounds.map((round) => round.evidence)];
}
function endOf2({ goEnd }) {
  return Date.parse(goEnd?.endedAt ?? "") || 0;
}
function legReport({ leg, main, rounds }) {
  const { goEnd, guard: guard2 } = main;
  return {
    name: leg.name,
    race: leg.race,
    heapProfile: leg.heapProfile,
    goVersion: leg.goVersion,
    command: leg.command,
    exitCode: goEnd?.exitCode ?? null,
    signal: goEnd?.signal ?? null,
    elapsedMs: goEnd?.elapsedMs ?? null,
    ...guard2 === null ? {} : { guard: { tier: guard2.tier, ceilingBytes: guard2.ceilingBytes, tried: guard2.tried } },
    ...rounds.length === 0 ? {} : {
      rounds: rounds.map(({ round, evidence }) => ({
        purpose: round.purpose,
        packages: round.packages,
        command: round.command,
        exitCode: evidence.goEnd?.exitCode ?? null,
        signal: evidence.goEnd?.signal ?? null
      }))
    }
  };
}
function* legGaps(evidence) {
  const leg = evidence.leg.name;
  if (evidence.main.cut) yield { what: "the event stream of go test stops inside a line", leg };
  if (evidence.main.goEnd?.guard?.vanished === true)
    yield { what: "the control group of the guard was removed while the tests ran", leg };
  for (const { goEnd } of allGoTests(evidence))
    for (const what of goEnd?.guard?.problems ?? []) yield { what: `guard: ${what}`, leg };
  const { guard: guard2 } = evidence.main;
  if (guard2?.tier === "none" && guard2.ceilingBytes !== null)
    yield {
      what: `no memory ceiling: ${guard2.tried.map(({ tier, problem }) => `${tier}: ${problem}`).join("; ")}`,
      leg
    };
  yield* unplanned(evidence);
}
function* unplanned({ leg, main }) {
  const planned = new Set(leg.packages.map((item) => item.package));
  for (const [name2, fold] of main.stream.packages) {
    if (planned.has(name2)) continue;
    const what = `go test ran it, but "go list" had not named it (${fold.action ?? "no end seen"})`;
    yield { what, leg: leg.name, package: name2 };
  }
}

// src/machine/ceiling.ts
var defaultPercent = 85;
function usableMemory({ totalBytes, groups }) {
  const bounds = [
    ...totalBytes === null ? [] : [{ bytes: totalBytes, source: "the machine's memory" }],
    ...groups.flatMap(
      ({ path: path2, limitBytes }) => limitBytes === null ? [] : [{ bytes: limitBytes, source: `the limit of the cgroup ${path2}` }]
    )
  ];
  return bounds.reduce(
    (least2, bound) => least2 === null || bound.bytes < least2.bytes ? bound : least2,
    null
  );
}
function chooseCeiling(limit2, bounds, where = "memory-limit") {
  const usable = usableMemory(bounds);
  switch (limit2.kind) {
    case "off":
      return { ceilingBytes: null, why: "memory-limit is off" };
    case "bytes":
      if (usable !== null && limit2.bytes > usable.bytes) throw tooMuch(limit2.bytes, usable, where);
      return { ceilingBytes: limit2.bytes, why: `given by ${where}` };
    case "percent":
    case "default": {
      const percent2 = limit2.kind === "default" ? defaultPercent : limit2.percent;
      if (usable === null)
        return { ceilingBytes: null, why: "this system does not say how much memory there is" };
      const share = `${String(percent2)} % of ${formatBytes(usable.bytes)}, ${usable.source}`;
      const ceilingBytes = Math.floor(usable.bytes / 100 * percent2);
      return { ceilingBytes, why: limit2.kind === "default" ? `${share} (the default)` : share };
    }
  }
}
function tooMuch(bytes3, usable, where) {
  const mebibytes2 = Math.floor(usable.bytes * defaultPercent / 100 / 1024 ** 2);
  return new InputError([
    {
      where,
      what: `${formatBytes(bytes3)} is more than this job may use: ${formatBytes(usable.bytes)} (${usable.source})`,
      fix: `give at most ${String(mebibytes2)}MiB, a share such as ${String(defaultPercent)}%, or leave it out`
    }
  ]);
}

// src/machine/machine.ts
import { tmpdir as tmpdir3, totalmem } from "node:os";

// src/machine/c-compiler.ts
async function findCCompiler(cc, searchPath, files) {
  const split = splitQuotedWords(cc);
  const command = "words" in split ? split.words[0] ?? "" : cc;
  return { command, path: await findProgram(command, searchPath, files) };
}

// src/machine/mount.ts
function parseMounts(mountinfo) {
  return mountinfo.split("\n").flatMap((line) => {
    const [own2, fileSystem] = line.split(" - ", 2);
    const [, , , root, point, options] = (own2 ?? "").split(" ");
    const [type, , superOptions] = (fileSystem ?? "").split(" ");
    if (root === void 0 || point === void 0 || type === void 0 || type === "") return [];
    return [
      {
        root: unescape(root),
        point: unescape(point),
        options: /* @__PURE__ */ new Set([...(options ?? "").split(","), ...(superOptions ?? "").split(",")]),
        type
      }
    ];
  });
}
function mountOf(path2, mounts) {
  return mounts.reduce(
    (best, mount) => isBelow3(path2, mount.point) && mount.point.length >= (best?.point.length ?? 0) ? mount : best,
    null
  );
}
function isBelow3(path2, folder) {
  return path2 === folder || path2.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
function unescape(text4) {
  return text4.replace(
    /\\([0-7]{3})/g,
    (_, octal) => String.fromCharCode(parseInt(octal, 8))
  );
}

// src/machine/number.ts
function parseNumber(text4) {
  const digits = text4?.trim() ?? "";
  return /^\d{1,20}$/.test(digits) ? Number(digits) : null;
}
var unlimited = 2 ** 62;
function parseLimit(text4) {
  const value = parseNumber(text4);
  return value === null || value >= unlimited ? null : value;
}
function numberAfter(text4, key) {
  const line = text4.split("\n").find((candidate) => candidate.startsWith(key));
  const rest = line?.slice(key.length) ?? "";
  return /^[\s:]/.test(rest) ? parseNumber(/^:?\s*(?<digits>\d+)/.exec(rest)?.groups?.["digits"]) : null;
}

// src/machine/privileges.ts
var capabilityNames = "chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable net_bind_service net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease audit_write audit_control setfcap mac_override mac_admin syslog wake_alarm block_suspend audit_read perfmon bpf checkpoint_restore".split(" ");
var seccompModes = ["off", "strict", "filter"];
async function readPrivileges(files) {
  const [status, adjustment] = await Promise.all([
    files.read("/proc/self/status"),
    files.read("/proc/self/oom_score_adj")
  ]);
  const field = (name2) => statusField(status ?? "", name2);
  const score = /^(?<score>-?\d{1,4})\s*$/.exec(adjustment ?? "")?.groups?.["score"];
  return {
    // Uid: real, effective, saved, file system
    uid: parseNumber(field("Uid")?.split(/\s+/)[1]),
    capabilities: capabilities(field("CapEff")),
    seccomp: seccompModes[parseNumber(field("Seccomp")) ?? -1] ?? null,
    oomScoreAdj: score === void 0 ? null : Number(score)
  };
}
function statusField(status, name2) {
  const line = status.split("\n").find((candidate) => candidate.startsWith(`${name2}:`));
  return line?.slice(name2.length + 1).trim() ?? null;
}
function capabilities(mask) {
  if (mask === null || !/^[0-9a-f]{1,16}$/.test(mask)) return null;
  const bits = BigInt(`0x${mask}`);
  return capabilityNames.filter((_, bit) => (bits >> BigInt(bit) & 1n) === 1n);
}

// src/machine/container.ts
async function detectContainer(files, mounts, membership) {
  const [dockerenv, containerenv, secrets, release] = await Promise.all([
    files.exists("/.dockerenv"),
    files.exists("/run/.containerenv"),
    files.exists("/var/run/secrets/kubernetes.io"),
    files.read("/proc/sys/kernel/osrelease")
  ]);
  const paths = `${membership}
${mounts.map(({ root }) => root).join("\n")}`;
  const signs2 = [
    [secrets, "kubernetes", "/var/run/secrets/kubernetes.io"],
    // 4:memory:/kubepods/burstable/pod15d6/c845   /kubepods.slice/kubepods-pod15d6.slice/cri-containerd-c845.scope
    [/\/kubepods[./-]/.test(paths), "kubernetes", "a cgroup of kubepods"],
    [containerenv, "podman", "/run/.containerenv"],
    [/\/(?:libpod-|machine\.slice\/libpod)/.test(paths), "podman", "a cgroup of libpod"],
    [/\/docker[/-][0-9a-f]{12}/.test(paths), "docker", "a cgroup of docker"],
    [/\/lxc(?:\.payload)?[./]/.test(membership), "lxc", "a cgroup of lxc"],
    [dockerenv && mountOf("/", mounts)?.type === "overlay", "docker", "/.dockerenv"],
    [/microsoft/i.test(release ?? ""), "wsl", "the name of the kernel"],
    [mountOf("/", mounts)?.type === "overlay", "container", "an overlay as root file system"],
    [dockerenv, "container", "/.dockerenv"]
  ];
  const found = signs2.find(([present]) => present);
  return found === void 0 ? null : { kind: found[1], sign: found[2] };
}
var firstPrograms = [
  ["systemd init tini docker-init dumb-init catatonit s6-svscan runsvdir supervisord", true, true],
  ["sh bash dash ash busybox zsh", false, true],
  ["node python python3 java ruby npm make tail sleep cat go", false, false]
];
async function readFirstProcess(files, self) {
  const [comm, ancestor2] = await Promise.all([
    files.read("/proc/1/comm"),
    descendsFromFirst(files, self)
  ]);
  if (comm === null) return null;
  const name2 = comm.trim();
  const known = firstPrograms.find(([names4]) => names4.split(" ").includes(name2));
  return {
    name: name2,
    forwards: known?.[1] ?? null,
    reaps: known?.[2] ?? null,
    ancestor: ancestor2,
    self: self === 1
  };
}
async function descendsFromFirst(files, self) {
  let status = await files.read("/proc/self/status");
  let pid = self;
  for (let depth2 = 0; depth2 < 64 && status !== null; depth2++) {
    if (pid === 1) return true;
    pid = Number(statusField(status, "PPid") ?? "0");
    if (pid === 0) return false;
    if (pid === 1) return true;
    status = await files.read(`/proc/${String(pid)}/status`);
  }
  return null;
}

// src/machine/core-pattern.ts
import { isAbsolute as isAbsolute2 } from "node:path";
var patternFile = "/proc/sys/kernel/core_pattern";
var handlers = [
  // |/usr/share/apport/apport -p%p -s%s -c%c -d%d -P%P -u%u -g%g -F%F -- %E
  { handler: "apport", program: /^\|\S*\/apport(?:\s|$)/ },
  // |/usr/lib/systemd/systemd-coredump %P %u %g %s %t 9223372036854775808 %h %d %F
  { handler: "systemd-coredump", program: /^\|\S*\/systemd-coredump(?:\s|$)/ },
  // |/wsl-capture-crash %t %E %p %s
  { handler: "wsl", program: /^\|\S*\/wsl-capture-crash(?:\s|$)/ }
];
async function readCorePattern(files) {
  const [text4, writable, dumpable] = await Promise.all([
    files.read(patternFile),
    files.writable(patternFile),
    files.read("/proc/sys/fs/suid_dumpable")
  ]);
  if (text4 === null) return null;
  const suid = /^(?<mode>[012])\s*$/.exec(dumpable ?? "")?.groups?.["mode"];
  return {
    target: coreTarget(text4.replace(/\n$/, "")),
    writable,
    suidDumpable: suid === void 0 ? null : Number(suid)
  };
}
function coreTarget(pattern2) {
  if (pattern2 === "") return { kind: "none" };
  if (pattern2.startsWith("@")) return { kind: "socket", pattern: pattern2 };
  if (!pattern2.startsWith("|")) return { kind: "file", pattern: pattern2, absolute: isAbsolute2(pattern2) };
  const known = handlers.find(({ program }) => program.test(pattern2));
  return { kind: "pipe", pattern: pattern2, handler: known?.handler ?? "other" };
}

// src/machine/go-mod.ts
async function readGoModVersions(path2, files) {
  const text4 = path2 === "" ? null : await files.read(path2);
  return text4 === null ? null : parseGoModVersions(text4);
}
function parseGoModVersions(text4) {
  const go = /^[ \t]*go[ \t]+(?<version>\d[\w.]*)/m.exec(text4)?.groups?.["version"];
  const toolchain = /^[ \t]*toolchain[ \t]+go(?<version>\d[\w.]*)/m.exec(text4)?.groups?.["version"];
  return { go: go ?? null, toolchain: toolchain ?? null };
}
function compareGoVersions(a, b) {
  const left = rank(a);
  const right = rank(b);
  if (left === null || right === null) return 0;
  const at2 = left.findIndex((part, i) => part !== right[i]);
  return at2 < 0 ? 0 : (left[at2] ?? 0) - (right[at2] ?? 0);
}
function rank(version3) {
  const match = /^(?<major>\d+)\.(?<minor>\d+)(?:(?<stage>beta|rc|\.)(?<number>\d+))?(?:[-+ ].*)?$/.exec(
    version3
  );
  if (match?.groups === void 0) return null;
  const { major, minor, stage, number: number3 } = match.groups;
  const stages = [void 0, "beta", "rc", "."];
  return [Number(major), Number(minor), stages.indexOf(stage), Number(number3 ?? 0)];
}

// src/machine/kernel-log.ts
async function readKernelLogAccess(files) {
  const [readable, restrict] = await Promise.all([
    files.openable("/dev/kmsg"),
    files.read("/proc/sys/kernel/dmesg_restrict")
  ]);
  const value = parseNumber(restrict);
  return { readable, restricted: value === null ? null : value !== 0 };
}

// src/machine/memory.ts
import { posix as posix3 } from "node:path";

// src/machine/cgroup.ts
import { posix as posix2 } from "node:path";
async function cgroupLineage(controller, sources, files) {
  const own2 = findOwn(controller, sources);
  if (own2 === null) return [];
  const { version: version3, path: path2, mount } = own2;
  if (version3 === 2 && !await offers(mount, controller, files)) return [];
  const below3 = isBelow3(path2, mount.root) ? posix2.relative(mount.root, path2) : "";
  const dir = posix2.join(mount.point, below3);
  const seen = below3 === "" || await files.exists(dir);
  return lineage({ version: version3, path: path2, dir: seen ? dir : mount.point }, mount.point);
}
function findOwn(controller, { membership, mounts }) {
  const groups = parseMembership(membership);
  const first = groups.find(({ controllers }) => controllers.includes(controller));
  const version3 = first === void 0 ? 2 : 1;
  const path2 = first?.path ?? groups.find(({ controllers }) => controllers.length === 0)?.path;
  const mount = mounts.findLast(
    ({ type, options }) => version3 === 1 ? type === "cgroup" && options.has(controller) : type === "cgroup2"
  );
  const hidden2 = path2?.split("/").includes("..") ?? true;
  return path2 === void 0 || mount === void 0 || hidden2 ? null : { version: version3, path: path2, mount };
}
function parseMembership(text4) {
  return text4.split("\n").flatMap((line) => {
    const match = /^\d+:(?<controllers>[^:]*):(?<path>\/.*)$/.exec(line);
    const { controllers, path: path2 } = match?.groups ?? {};
    if (controllers === void 0 || path2 === void 0) return [];
    return [{ controllers: controllers === "" ? [] : controllers.split(","), path: path2 }];
  });
}
async function offers(mount, controller, files) {
  const controllers = await files.read(posix2.join(mount.point, "cgroup.controllers"));
  return controllers?.trim().split(" ").includes(controller) ?? false;
}
function lineage(group, mountPoint) {
  const line = [group];
  for (let { dir, path: path2 } = group; dir !== mountPoint && isBelow3(dir, mountPoint); ) {
    dir = posix2.dirname(dir);
    path2 = posix2.dirname(path2);
    line.push({ version: group.version, path: path2, dir });
  }
  return line;
}

// src/machine/memory.ts
async function readMemory(files, sources) {
  const [meminfo, vmstat, groups] = await Promise.all([
    files.read("/proc/meminfo"),
    files.read("/proc/vmstat"),
    cgroupLineage("memory", sources, files).then((line) => readGroups(line, files))
  ]);
  const bytes3 = (key) => {
    const kibibytes = numberAfter(meminfo ?? "", key);
    return kibibytes === null ? null : kibibytes * 1024;
  };
  return {
    totalBytes: bytes3("MemTotal"),
    availableBytes: bytes3("MemAvailable"),
    swapTotalBytes: bytes3("SwapTotal"),
    swapFreeBytes: bytes3("SwapFree"),
    groups,
    oomKills: numberAfter(vmstat ?? "", "oom_kill")
  };
}
async function readGroups(line, files) {
  const groups = await Promise.all(line.map((group) => readGroup(group, files)));
  const [own2] = line;
  const hidden2 = own2 === void 0 ? null : await hiddenLimit(own2, groups, files);
  return hidden2 === null ? groups : [...groups, hidden2];
}
async function readGroup(group, files) {
  const [limit2, usage] = group.version === 1 ? ["memory.limit_in_bytes", "memory.usage_in_bytes"] : ["memory.max", "memory.current"];
  const [limitText, usageText] = await Promise.all([
    files.read(posix3.join(group.dir, limit2)),
    files.read(posix3.join(group.dir, usage))
  ]);
  return { ...group, limitBytes: parseLimit(limitText), usageBytes: parseNumber(usageText) };
}
async function hiddenLimit(own2, seen, files) {
  if (own2.version !== 1) return null;
  const stat5 = await files.read(posix3.join(own2.dir, "memory.stat"));
  const value = numberAfter(stat5 ?? "", "hierarchical_memory_limit");
  const limitBytes = value === null ? null : parseLimit(String(value));
  if (limitBytes === null) return null;
  if (seen.some((group) => group.limitBytes !== null && group.limitBytes <= limitBytes))
    return null;
  return { version: 1, path: `above ${own2.path}`, dir: own2.dir, limitBytes, usageBytes: null };
}

// src/machine/own-group.ts
import { posix as posix4 } from "node:path";
async function readOwnGroup(groups, files) {
  const [own2] = groups;
  if (own2 === void 0) return { kind: "no", because: "no memory cgroup is mounted here" };
  const { dir, version: version3 } = own2;
  const needed = version3 === 1 ? ["", "cgroup.procs"] : ["", "cgroup.procs", "cgroup.subtree_control"];
  const writable = await Promise.all(needed.map((name2) => files.writable(posix4.join(dir, name2))));
  return writable.every(Boolean) ? { kind: "writable", dir } : { kind: "no", because: `${dir} is not this user's to write` };
}

// src/machine/pids.ts
import { posix as posix5 } from "node:path";
async function readPids(files, sources) {
  const line = await cgroupLineage("pids", sources, files);
  const levels = await Promise.all(
    line.map(async ({ path: path2, dir }) => {
      const [limit2, current] = await Promise.all([
        files.read(posix5.join(dir, "pids.max")),
        files.read(posix5.join(dir, "pids.current"))
      ]);
      return { path: path2, limit: parseLimit(limit2), current: parseNumber(current) };
    })
  );
  return levels.reduce(
    (least2, { path: path2, limit: limit2, current }) => limit2 !== null && (least2 === null || limit2 < least2.limit) ? { path: path2, limit: limit2, current } : least2,
    null
  );
}

// src/machine/place.ts
import { dirname as dirname6 } from "node:path";
async function readPlace(path2, files, mounts) {
  let found = path2;
  while (!await files.exists(found) && dirname6(found) !== found) found = dirname6(found);
  const [space, real] = await Promise.all([files.space(found), files.resolve(found)]);
  const mount = mountOf(real ?? found, mounts);
  return {
    path: path2,
    found,
    space,
    readOnly: mount?.options.has("ro") ?? false,
    noexec: mount?.options.has("noexec") ?? false,
    fileSystem: mount?.type ?? null
  };
}

// src/machine/pressure.ts
async function readPressure(files) {
  const minute = async (resource) => {
    const text4 = await files.read(`/proc/pressure/${resource}`);
    const share = /^some .*\bavg60=(?<percent>\d{1,3}(?:\.\d+)?)\b/m.exec(text4 ?? "");
    return share === null ? null : Number(share.groups?.["percent"]);
  };
  const [memory, cpu, io] = await Promise.all([minute("memory"), minute("cpu"), minute("io")]);
  return { memory, cpu, io };
}

// src/machine/rlimit.ts
var names3 = {
  cpu: "Max cpu time",
  fsize: "Max file size",
  data: "Max data size",
  stack: "Max stack size",
  core: "Max core file size",
  nproc: "Max processes",
  nofile: "Max open files",
  memlock: "Max locked memory",
  as: "Max address space"
};
async function readRlimits(files) {
  const lines = (await files.read("/proc/self/limits"))?.split("\n") ?? [];
  const limits3 = {};
  for (const [name2, title2] of Object.entries(names3)) {
    const line = lines.find((candidate) => candidate.startsWith(`${title2} `));
    const [soft, hard] = line?.slice(title2.length).trim().split(/\s+/) ?? [];
    if (soft === void 0 || hard === void 0) continue;
    limits3[name2] = { soft: parseNumber(soft), hard: parseNumber(hard) };
  }
  return limits3;
}

// src/machine/sudo.ts
var patienceMs5 = 2e3;
async function canSudo(program, run, env) {
  if (program === null) return false;
  const result = await run(program, ["-n", "true"], { cwd: "/", env, timeoutMs: patienceMs5 });
  return result.kind === "exited" && result.code === 0;
}

// src/machine/machine.ts
function machinePorts(run, env, askSudo) {
  const { pid } = process;
  return {
    ...{ files: hostFiles(), run, env, pid, temp: tmpdir3() },
    ...{ totalMemoryBytes: totalmem(), askSudo }
  };
}
var firstPidNamespace = "pid:[4026531836]";
async function readMachine(ports, go, directory) {
  const { files, env } = ports;
  const searchPath = env["PATH"] ?? "";
  const [mountinfo, membership] = await Promise.all([
    files.read("/proc/self/mountinfo"),
    files.read("/proc/self/cgroup")
  ]);
  const mounts = parseMounts(mountinfo ?? "");
  const sources = { mounts, membership: membership ?? "" };
  const [groups, pids, pressure, rlimits, places, cores, privileges] = await Promise.all([
    readGroups2(files, sources, ports.totalMemoryBytes),
    readPids(files, sources),
    readPressure(files),
    readRlimits(files),
    readPlaces(ports, go, directory, mounts),
    readCorePattern(files),
    readPrivileges(files)
  ]);
  const [container, firstProcess, kernelLog, helpers, systemd, compiler, goMod, namespace] = await Promise.all([
    detectContainer(files, mounts, sources.membership),
    readFirstProcess(files, ports.pid),
    readKernelLogAccess(files),
    findHelpers(searchPath, files),
    files.exists("/run/systemd/system"),
    findCCompiler(go.cc, searchPath, files),
    readGoModVersions(go.gomod, files),
    files.link("/proc/self/ns/pid")
  ]);
  const ci = (env["CI"] ?? "") !== "";
  const useful = ci && systemd && groups.ownGroup.kind === "no" && privileges.uid !== 0;
  const ask2 = ports.askSudo === "always" || useful;
  return {
    ...{ ...groups, pids, pressure, rlimits, places, cores, privileges },
    ...{ container, firstProcess, kernelLog, helpers, systemd, compiler, goMod },
    kernelPids: namespace === firstPidNamespace,
    sudo: ask2 ? await canSudo(helpers.sudo, ports.run, env) : null,
    targetFromEnv: ["GOOS", "GOARCH"].filter((name2) => (env[name2] ?? "") !== ""),
    ci,
    runner: env["RUNNER_ENVIRONMENT"] ?? null
  };
}
async function readGroups2(files, sources, totalMemoryBytes) {
  const memory = await readMemory(files, sources);
  return {
    memory: { ...memory, totalBytes: memory.totalBytes ?? totalMemoryBytes },
    ownGroup: await readOwnGroup(memory.groups, files)
  };
}
async function readPlaces({ files, temp }, go, directory, mounts) {
  const at2 = (path2) => readPlace(path2, files, mounts);
  const [checkout, build, cache, temporary, shm] = await Promise.all([
    at2(directory),
    at2(go.gotmpdir === "" ? temp : go.gotmpdir),
    at2(go.gocache),
    at2(temp),
    at2("/dev/shm")
  ]);
  return { checkout, build, cache, temp: temporary, shm };
}

// src/machine/checks/check-row.ts
function fine(id, what, value, needed) {
  return { id, what, value, needed, status: "ok", fix: null };
}
function lacking(check, status, fix) {
  return { ...check, status, fix };
}
function lackingIf(needed, check, status, fix) {
  return lacking(check, needed ? status : "ok", fix);
}
function racing(plan) {
  return plan === null || plan.legs.some(({ race }) => race);
}

// src/machine/checks/cores.ts
var coreRows = [
  (facts, plan) => {
    const { machine } = facts;
    if (machine.cores === null) return null;
    const { target } = machine.cores;
    const check = fine(
      "core-pattern",
      "cores go to",
      describeTarget(target),
      "a file, or systemd-coredump"
    );
    const obstacle = coreObstacle(machine.cores, machine);
    return obstacle === null ? check : lackingIf(required2(facts, plan), check, "fail", obstacle);
  },
  (facts, plan) => {
    const { machine } = facts;
    const limit2 = machine.rlimits.core;
    if (limit2 === void 0) return null;
    const value = limit2.hard === null ? "unlimited, where it is asked for" : limit2.hard === 0 ? "forbidden" : `${String(limit2.hard)} bytes at most`;
    const check = fine("core-limit", "size of a core", value, "unlimited");
    if (limit2.hard === null || machine.cores === null) return check;
    const fix = "raise the hard limit: ulimit -Hc unlimited as root, or docker run --ulimit core=-1";
    return lackingIf(required2(facts, plan), check, "fail", fix);
  },
  ({ machine }) => {
    const mode = machine.cores?.suidDumpable ?? null;
    const meaning = ["no core", "a core", "a core for root only"];
    return mode === null ? null : fine("suid-dumpable", "test that changes its user leaves", meaning[mode] ?? "", "any");
  }
];
function required2({ coreDumps }, plan) {
  return coreDumps === "required" && (plan === null || plan.legs.some(({ race }) => !race));
}
function describeTarget(target) {
  switch (target.kind) {
    case "none":
      return "nowhere";
    case "file":
      return target.absolute ? target.pattern : `${target.pattern}, in the test's folder`;
    case "pipe":
      return target.handler === "other" ? target.pattern : `${target.handler}: ${target.pattern}`;
    case "socket":
      return `the socket ${target.pattern}`;
  }
}
function coreObstacle({ target, writable }, machine) {
  if (target.kind === "file" || writable || machine.sudo === true && machine.ci) return null;
  const contained = machine.container !== null && machine.container.kind !== "wsl";
  if (!contained && target.kind === "pipe" && target.handler === "systemd-coredump") {
    return machine.helpers.coredumpctl === null ? "install coredumpctl (package systemd-coredump)" : null;
  }
  const where = contained ? "as root outside of the container" : "as root";
  return `have cores written to a file, ${where}: sysctl -w kernel.core_pattern=core.%p`;
}

// src/machine/checks/disk.ts
var mebibyte = 1024 ** 2;
var rows2 = [
  {
    ...{ id: "disk-build", place: "build", what: "free for building (GOTMPDIR)" },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: "fail" },
    fix: "make room there, or set GOTMPDIR to a folder on a larger disk"
  },
  {
    ...{ id: "disk-cache", place: "cache", what: "free for the build cache (GOCACHE)" },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: "fail" },
    fix: 'make room there ("go clean -cache"), or set GOCACHE to a folder on a larger disk'
  },
  {
    ...{ id: "disk-temp", place: "temp", what: "free for the tests’ files (TMPDIR)" },
    ...{ enoughBytes: 256 * mebibyte, readOnly: "fail" },
    fix: "make room there, or set TMPDIR to a folder on a larger disk"
  },
  {
    // The agent gets into the tests of a module that cannot be written to as well.
    ...{ id: "disk-checkout", place: "checkout", what: "free beside the module" },
    ...{ enoughBytes: 256 * mebibyte, readOnly: "ok" },
    fix: "make room there, or write the records elsewhere with --out"
  }
];
var diskRows = [
  ({ machine, platform }) => {
    const { path: path2, noexec, fileSystem } = machine.places.build;
    if (platform !== "linux") return null;
    const on = fileSystem === null ? "" : ` on ${fileSystem}`;
    const check = fine("temp-exec", "test binaries can start in", `${path2}${on}`, "no noexec");
    return noexec ? lacking(
      { ...check, value: `${path2} is mounted noexec` },
      "fail",
      "set GOTMPDIR to a folder on a disk that is not mounted noexec"
    ) : check;
  },
  ({ machine, platform }) => {
    const { path: path2, noexec } = machine.places.cache;
    if (platform !== "linux") return null;
    const check = fine("cache-exec", "the guard's programs can start in", path2, "no noexec");
    return noexec ? lacking(
      { ...check, value: `${path2} is mounted noexec` },
      "fail",
      "set GOCACHE to a folder on a disk that is not mounted noexec"
    ) : check;
  },
  ...rows2.map(
    (row) => (facts) => diskCheck(row, facts)
  ),
  ({ machine }, plan) => {
    const { path: path2, found, space, readOnly } = machine.places.shm;
    if (space === null || found !== path2) return null;
    const value = readOnly ? "read-only" : formatBytes(space.freeBytes);
    const check = fine("shared-memory", "free in /dev/shm", value, "more than 64 MiB");
    const small = readOnly || space.totalBytes <= 64 * mebibyte;
    const fix = "for tests that use it (browsers, databases), start the container with --shm-size=1g";
    return small ? lacking(check, plan === null ? "warn" : "ok", fix) : check;
  }
];
function diskCheck(row, { machine }) {
  const place5 = machine.places[row.place];
  const { path: path2, space, readOnly } = place5;
  const needed = formatBytes(row.enoughBytes);
  if (readOnly) {
    const check2 = fine(row.id, row.what, `nothing: ${path2} is read-only`, needed);
    return lacking(check2, row.readOnly, row.fix);
  }
  if (space === null) return null;
  const check = fine(row.id, row.what, `${formatBytes(space.freeBytes)} in ${path2}`, needed);
  if (space.freeBytes >= row.enoughBytes) return check;
  return lacking(check, space.freeBytes < row.enoughBytes / 16 ? "fail" : "warn", row.fix);
}

// src/machine/checks/limits.ts
var leastFiles = 1024;
var leastPids = 512;
var leastProcesses = 512;
var gibibyte = 1024 ** 3;
var rows3 = [
  {
    ...{ id: "open-files", limit: "nofile", what: "open files", unit: "count" },
    needed: `${String(leastFiles)} or more`,
    judge: (soft) => soft < leastFiles ? { status: "warn", fix: "raise it before the run: ulimit -n 65536" } : null
  },
  {
    ...{ id: "user-processes", limit: "nproc", what: "processes and threads of this user" },
    ...{ unit: "count", needed: `${String(leastProcesses)} or more` },
    // Root is not held to it.
    judge: (soft, { machine }) => soft < leastProcesses && machine.privileges.uid !== 0 ? { status: "warn", fix: "raise it before the run: ulimit -u 4096" } : null
  },
  {
    ...{ id: "address-space", limit: "as", what: "address space", unit: "bytes" },
    needed: "unlimited",
    judge: (soft, _facts, plan) => racing(plan) ? {
      status: "fail",
      fix: "remove it (ulimit -v unlimited): the race detector reserves terabytes of addresses"
    } : soft < 4 * gibibyte ? {
      status: "warn",
      fix: "remove it (ulimit -v unlimited) and use --memory-limit: Go reserves more addresses than it uses memory"
    } : null
  },
  {
    ...{ id: "data-segment", limit: "data", what: "data segment", unit: "bytes" },
    needed: "unlimited",
    judge: (soft, { ceiling: ceiling2 }) => soft < (ceiling2.ceilingBytes ?? gibibyte) ? { status: "warn", fix: "remove it (ulimit -d unlimited) and use --memory-limit" } : null
  },
  {
    ...{ id: "stack-size", limit: "stack", what: "stack of C code", unit: "bytes" },
    needed: "1.0 MiB or more",
    judge: (soft) => soft < 1024 ** 2 ? { status: "warn", fix: "raise it before the run: ulimit -s 8192" } : null
  },
  {
    ...{ id: "file-size", limit: "fsize", what: "size of one file", unit: "bytes" },
    needed: "unlimited",
    judge: (soft) => ({
      status: soft < gibibyte ? "warn" : "ok",
      fix: "remove it (ulimit -f unlimited): builds, profiles and cores write large files"
    })
  },
  {
    ...{ id: "cpu-time", limit: "cpu", what: "CPU time of one process", unit: "seconds" },
    needed: "unlimited",
    judge: () => ({
      status: "warn",
      fix: "remove it (ulimit -t unlimited): a test process that uses more is killed without a word"
    })
  },
  {
    ...{ id: "locked-memory", limit: "memlock", what: "locked memory", unit: "bytes" },
    ...{ needed: "any", judge: () => null }
  }
];
var limitRows = [
  ...rows3.map(
    (row) => (facts, plan) => limitCheck(row, facts, plan)
  ),
  ({ machine }) => {
    const { pids } = machine;
    if (pids === null) return null;
    const { limit: limit2, current, path: path2 } = pids;
    const used = current === null ? "" : `, ${String(current)} in use`;
    const value = `${String(limit2)}${used} (cgroup ${path2})`;
    const needed = `${String(leastPids)} or more`;
    const check = fine("pids-limit", "processes and threads of this job", value, needed);
    return limit2 < leastPids ? lacking(
      check,
      "warn",
      "raise it: docker run --pids-limit 4096, or TasksMax= of the service"
    ) : check;
  }
];
function limitCheck(row, facts, plan) {
  const limit2 = facts.machine.rlimits[row.limit];
  if (limit2 === void 0) return null;
  const check = fine(row.id, row.what, describe4(limit2, row.unit), row.needed);
  const problem = limit2.soft === null ? null : row.judge(limit2.soft, facts, plan);
  return problem === null ? check : lacking(check, problem.status, problem.fix);
}
function describe4({ soft, hard }, unit) {
  const show2 = (value) => {
    if (value === null) return "unlimited";
    if (unit === "bytes") return formatBytes(value);
    return unit === "seconds" ? `${String(value)} s` : String(value);
  };
  return soft === hard ? show2(soft) : `${show2(soft)} (can be raised to ${show2(hard)})`;
}

// src/machine/checks/memory.ts
var pressurePercent = 10;
var memoryRows = [
  ({ machine, ceiling: ceiling2 }) => {
    const { totalBytes, availableBytes, swapTotalBytes, swapFreeBytes } = machine.memory;
    if (totalBytes === null) return null;
    const swap = swapTotalBytes === null ? "" : swapTotalBytes === 0 ? ", no swap" : `, swap ${formatBytes(swapFreeBytes ?? 0)} of ${formatBytes(swapTotalBytes)} free`;
    const free = availableBytes === null ? "" : `, ${formatBytes(availableBytes)} available`;
    const value = `${formatBytes(totalBytes)}${free}${swap}`;
    const { ceilingBytes } = ceiling2;
    const needed = ceilingBytes === null ? "any" : `${formatBytes(ceilingBytes)}, the ceiling`;
    const check = fine("memory", "memory of the machine", value, needed);
    if (ceilingBytes === null || availableBytes === null) return check;
    return availableBytes < ceilingBytes / 2 ? lacking(
      check,
      "warn",
      `end what else uses memory, or lower the ceiling: --memory-limit ${mebibytes(availableBytes * 0.85)}`
    ) : check;
  },
  ({ machine }) => {
    const usable = usableMemory(machine.memory);
    return usable === null ? null : fine(
      "memory-limit",
      "this job may use",
      `${formatBytes(usable.bytes)}, ${usable.source}`,
      "any"
    );
  },
  ({ ceiling: ceiling2 }) => {
    const { ceilingBytes, why } = ceiling2;
    const value = ceilingBytes === null ? `none: ${why}` : `${formatBytes(ceilingBytes)}: ${why}`;
    return fine("ceiling", "memory ceiling for the tests", value, "below what this job may use");
  },
  ({ machine, ceiling: ceiling2, platform }) => {
    if (ceiling2.ceilingBytes === null) return null;
    const check = fine("guard", "the ceiling is held by", "", "an own cgroup, or sudo and systemd");
    const { ownGroup } = machine;
    if (ownGroup.kind === "writable") return { ...check, value: `a cgroup below ${ownGroup.dir}` };
    const scope = scopeLikely(machine);
    if (scope && machine.ci) return { ...check, value: "a scope of systemd, through sudo" };
    if (platform !== "linux")
      return { ...check, value: "a watcher, which stops the largest test process" };
    const value = `a watcher, which stops the largest test process: ${ownGroup.because}`;
    const fix = scope ? "no need; in CI (CI=true) the kernel itself holds the ceiling, through sudo and systemd; elsewhere nothing is done as root" : "no need; the kernel itself holds the ceiling in CI with passwordless sudo and systemd, and in a cgroup that is delegated to this user";
    return lacking({ ...check, value }, "ok", fix);
  },
  ({ machine }) => {
    const { memory, cpu, io } = machine.pressure;
    if (memory === null) return null;
    const share = (name2, percent2) => percent2 === null ? [] : [`${name2} ${percent2.toFixed(0)} %`];
    const value = [...share("memory", memory), ...share("CPU", cpu), ...share("disk", io)];
    const check = fine(
      "pressure",
      "waiting in the last minute",
      value.join(", "),
      `memory below ${String(pressurePercent)} %`
    );
    return memory < pressurePercent ? check : lacking(check, "warn", "end what else uses memory; tests will be slow and may time out");
  },
  ({ machine }) => {
    const { oomKills } = machine.memory;
    return oomKills === null ? null : fine("oom-kills", "killed for want of memory since boot", String(oomKills), "any");
  }
];
function scopeLikely({ systemd, sudo, helpers, privileges }) {
  return systemd && helpers["systemd-run"] !== null && (sudo === true || privileges.uid === 0);
}
function mebibytes(bytes3) {
  return `${String(Math.max(16, Math.floor(bytes3 / 1024 ** 2)))}MiB`;
}

// src/machine/checks/system.ts
var systemRows = [
  ({ platform }) => {
    const check = fine("process-control", "no process left behind", "yes", "Linux");
    const value = "process groups only: a test's grandchildren may survive a cancelled run";
    return platform === "linux" ? check : lacking(
      { ...check, value },
      "warn",
      "run on Linux where tests start processes of their own"
    );
  },
  ({ platform }) => {
    const check = fine("rss-samples", "memory of test processes over time", "yes", "Linux");
    const value = "only the peak at the end of a process is known";
    return platform === "linux" ? check : lacking({ ...check, value }, "warn", "run on Linux");
  },
  ({ machine, platform }) => {
    if (platform !== "linux") return null;
    const { container } = machine;
    const value = container === null ? "none" : `${container.kind} (${container.sign})`;
    return fine("container", "container", value, "any");
  },
  ({ machine }) => {
    const { firstProcess, container } = machine;
    if (firstProcess === null) return null;
    const { name: name2, forwards, reaps, ancestor: ancestor2, self } = firstProcess;
    const traits = self ? "this program itself" : forwards === null ? "not known" : `${forwards ? "hands" : "does not hand"} signals on, ${reaps ? "collects" : "does not collect"} orphans`;
    const check = fine("first-process", "process 1", `${name2}: ${traits}`, "hands signals on");
    const deaf = container !== null && ancestor2 === true && !self && forwards === false;
    return deaf ? lacking(
      check,
      "warn",
      "start the container with docker run --init (or use exec in its script): when it is stopped, no signal reaches this program, and the report is not written"
    ) : check;
  },
  ({ machine }) => {
    const { capabilities: capabilities2, uid } = machine.privileges;
    if (capabilities2 === null) return null;
    const value = capabilities2.length === 0 ? "none" : capabilities2.length > 12 ? `${String(capabilities2.length)}, ${capabilities2.includes("sys_admin") ? "with" : "without"} sys_admin` : capabilities2.join(", ");
    const who = uid === 0 ? "root: " : "";
    return fine("capabilities", "capabilities", `${who}${value}`, "any");
  },
  ({ machine }) => {
    const { seccomp } = machine.privileges;
    if (seccomp === null) return null;
    const value = { off: "off", strict: "strict", filter: "a filter" }[seccomp];
    return fine("seccomp", "system calls are filtered (seccomp)", value, "any");
  },
  ({ machine }) => {
    const { oomScoreAdj } = machine.privileges;
    if (oomScoreAdj === null) return null;
    const needed = "below 1000, the tests’ own";
    const check = fine("oom-score", "oom_score_adj of this program", String(oomScoreAdj), needed);
    return oomScoreAdj < 1e3 ? check : lacking(check, "ok", "lower it: the kernel may take this program instead of a test");
  },
  ({ machine, platform }) => {
    if (platform !== "linux") return null;
    const { kernelLog, helpers, privileges, sudo } = machine;
    const syslog = privileges.capabilities?.includes("syslog") ?? false;
    const dmesg = helpers.dmesg !== null && (kernelLog.restricted === false || syslog);
    const value = kernelLog.readable ? "yes (/dev/kmsg)" : dmesg ? "yes (dmesg)" : sudo === true ? "yes (through sudo)" : "no";
    return fine("kernel-log", "kernel log can be read", value, "for the proof of an OOM kill");
  },
  ({ machine, platform }) => {
    if (platform !== "linux") return null;
    const { sudo, helpers, privileges } = machine;
    const value = privileges.uid === 0 ? "not needed: this is root" : sudo === true ? "yes" : sudo === false || helpers.sudo === null ? "no" : "not asked";
    return fine(
      "sudo",
      "sudo without a password",
      value,
      "for the guard, cores and the kernel log"
    );
  },
  ({ machine, platform }) => platform === "linux" ? fine("systemd", "systemd", machine.systemd ? "running" : "no", "for the guard") : null,
  helper("strace", "for the system call that kept a test from starting"),
  helper("dlv", "for the variables of a test that crashed"),
  helper("gdb", "for the C part of a crash"),
  helper("zstd", "for packing cores")
];
function helper(name2, needed) {
  return ({ machine }) => fine(name2, name2, machine.helpers[name2] ?? "no", needed);
}

// src/machine/checks/toolchain.ts
var sixHoursMs = 6 * 60 * 60 * 1e3;
var toolchainRows = [
  ({ go }) => fine("go-version", "Go", go.version, `go1.${String(oldestMinor)} or later`),
  ({ go, machine }) => {
    const { go: least2, toolchain } = machine.goMod ?? { go: null, toolchain: null };
    if (least2 === null) return null;
    const suggestion = toolchain === null ? "" : `; it suggests go${toolchain}`;
    const check = fine("go-mod", "Go for this module", go.version, `go${least2} or later (go.mod)`);
    const running = /go(?<version>\d\S*)/.exec(go.version)?.groups?.["version"] ?? "";
    return compareGoVersions(running, least2) < 0 ? lacking(
      check,
      "fail",
      `install Go ${least2}, or let the go command fetch it: GOTOOLCHAIN=auto${suggestion}`
    ) : check;
  },
  ({ nodeVersion }) => fine("node-version", "Node.js", nodeVersion, "v20 or later"),
  ({ go, machine, platform }, plan) => {
    const { command, path: path2 } = machine.compiler;
    const check = fine("race-detector", "race detector", "yes", "cgo and a C compiler");
    if (go.goos === "darwin") return check;
    const racers = plan?.legs.filter(({ race }) => race) ?? [];
    const cgo = racers.length > 0 ? racers.every((leg) => leg.cgo) : go.cgo;
    if (cgo && path2 !== null) return { ...check, value: `yes, with ${path2}` };
    if (cgo && platform !== "linux") return check;
    const value = cgo ? `no: ${command} is not in PATH` : "cgo is off or there is no C compiler";
    const fix = "install a C compiler, or leave the race leg out: --legs memory";
    return lackingIf(racing(plan), { ...check, value }, "fail", fix);
  },
  ({ go, machine }, plan) => {
    const host = `${go.hostOs}/${go.hostArch}`;
    const legs = plan?.legs.filter((leg) => !leg.choosesTarget) ?? [
      { goos: go.goos, goarch: go.goarch, hasExec: false }
    ];
    const foreign2 = legs.find(({ goos, goarch }) => goos !== go.hostOs || goarch !== go.hostArch);
    const check = fine("target", "tests are built for", host, `${host}, this machine`);
    if (foreign2 === void 0) return check;
    const names4 = machine.targetFromEnv;
    const from = names4.length > 0 ? `${names4.join(" and ")} in the environment` : '"go env"';
    const value = `${foreign2.goos}/${foreign2.goarch} (from ${from})`;
    const fix = `unset ${names4.join(" and ") || 'GOOS and GOARCH with "go env -u"'}, or make it a leg of its own: env: { GOARCH: ${JSON.stringify(foreign2.goarch)} }`;
    const starts = foreign2.hasExec || runsOn(foreign2, go.hostOs, go.hostArch);
    return lacking({ ...check, value }, starts ? "warn" : "fail", fix);
  },
  ({ machine }, plan) => {
    if (plan === null) return null;
    const longest = plan.legs.reduce(
      (most, { timeoutMs }) => Math.max(most, timeoutMs === 0 ? Infinity : timeoutMs),
      0
    );
    const value = longest === Infinity ? "none" : formatDuration(longest);
    const check = fine("test-timeout", "time for one package", value, "less than the job may take");
    const tooLong = machine.runner === "github-hosted" && longest >= sixHoursMs;
    return longest === Infinity || tooLong ? lacking(
      check,
      "warn",
      "give --timeout: a test that hangs is then ended with all its goroutines on record, before the job is ended without"
    ) : check;
  },
  ({ go }) => go.minor >= 23 ? fine("crash-output", "crash text in a file of its own", "yes", "go1.23 or later") : lacking(
    fine(
      "crash-output",
      "crash text in a file of its own",
      "taken from the test output instead",
      "go1.23 or later"
    ),
    "warn",
    "use Go 1.23 or later to tell a crash from output that imitates one"
  ),
  ({ go }) => go.minor >= 24 ? fine("build-events", "build errors as events", "yes", "go1.24 or later") : lacking(
    fine(
      "build-events",
      "build errors as events",
      "taken from the text on stderr instead",
      "go1.24 or later"
    ),
    "ok",
    "use Go 1.24 or later"
  )
];
var compatible = /* @__PURE__ */ new Map([
  ["amd64", "386"],
  ["arm64", "arm"]
]);
function runsOn({ goos, goarch }, hostOs, hostArch) {
  return goos === hostOs && (goarch === hostArch || compatible.get(hostArch) === goarch);
}

// src/machine/preflight.ts
var rows4 = [
  ...toolchainRows,
  ...memoryRows,
  ...diskRows,
  ...limitRows,
  ...coreRows,
  ...systemRows
];
function preflight(facts, plan) {
  return rows4.flatMap((row) => row(facts, plan) ?? []);
}

// src/run/check-machine.ts
var goTestTimeout = "10m";
async function checkMachine(settings, ports, legs) {
  const [{ go }] = legs;
  const { coreDumps, sources } = settings;
  const isCI = (ports.env["CI"] ?? "") !== "";
  const askSudo = coreDumps === "required" && isCI ? "always" : "where-needed";
  const machine = await readMachine(
    machinePorts(ports.run, ports.env, askSudo),
    go,
    settings.directory
  );
  const limit2 = sources["memory-limit"];
  const ceiling2 = chooseCeiling(settings.memoryLimit, machine.memory, limit2);
  const { platform, version: nodeVersion } = process;
  const checks2 = preflight(
    { go, platform, nodeVersion, machine, ceiling: ceiling2, coreDumps },
    { legs: legs.map(plannedLeg) }
  );
  if (coreDumps === "required") refuseWithoutCores(checks2, sources["core-dumps"] ?? "core-dumps");
  return { machine, ceiling: ceiling2, usableBytes: usableMemory(machine.memory)?.bytes ?? null, checks: checks2 };
}
function plannedLeg({ leg, go }) {
  const { exec, timeout: timeout2 } = leg.goTestFlags;
  return {
    name: leg.name,
    race: leg.race,
    cgo: go.cgo,
    goos: go.goos,
    goarch: go.goarch,
    choosesTarget: "GOOS" in leg.env || "GOARCH" in leg.env,
    hasExec: exec.length > 0,
    // What is no duration, go test refuses itself.
    timeoutMs: parseDuration(timeout2 ?? goTestTimeout) ?? parseDuration(goTestTimeout) ?? 0
  };
}
function refuseWithoutCores(checks2, where) {
  const problems2 = checks2.filter(({ id, status }) => id.startsWith("core-") && status === "fail").map(({ what, value, fix }) => ({
    where,
    what: `cores are required and cannot be kept (${what}: ${value})`,
    fix: fix ?? "use core-dumps: auto"
  }));
  if (problems2.length > 0) throw new InputError(problems2);
}

// src/run/guard-order.ts
function guardOrder(env, checked) {
  const { ceiling: ceiling2, usableBytes, machine } = checked;
  const { availableBytes } = machine.memory;
  const isCI = (env["CI"] ?? "") !== "";
  return {
    ceilingBytes: ceiling2.ceilingBytes,
    // On a person's own machine nothing is done as root.
    tiers: isCI ? ["cgroup", "sudo", "watcher"] : ["cgroup", "watcher"],
    usableBytes: least(usableBytes, availableBytes)
  };
}
function least(a, b) {
  return a === null || b === null ? a ?? b : Math.min(a, b);
}

// src/run/prune-records.ts
import { readdir as readdir11, rm as rm12, stat as stat4, writeFile as writeFile9 } from "node:fs/promises";
import { join as join30 } from "node:path";
var maxAgeMs = 10 * 24 * 3600 * 1e3;
var pruneEveryMs = 24 * 3600 * 1e3;
async function pruneRecords(stores, now = Date.now()) {
  for (const store of stores) {
    try {
      const stamp = join30(store, "pruned");
      const lastMs = await stat4(stamp).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0
      );
      if (now - lastMs < pruneEveryMs) continue;
      await writeFile9(stamp, "");
      for (const entry2 of await readdir11(store)) {
        if (!/^[0-9a-f]{32}$/.test(entry2)) continue;
        const { mtimeMs: usedMs } = await stat4(join30(store, entry2));
        if (now - usedMs > maxAgeMs) await rm12(join30(store, entry2), { recursive: true, force: true });
      }
    } catch {
    }
  }
}

// src/run/run-leg.ts
import { mkdir as mkdir6, writeFile as writeFile11 } from "node:fs/promises";
import { join as join33 } from "node:path";

// src/run/go-test-run.ts
import { spawn as spawn4 } from "node:child_process";
import { open as open7 } from "node:fs/promises";
var pollMs2 = 100;
async function runGoTest(request) {
  const { folder } = request;
  const events = await open7(goTestFiles.events(folder), "w");
  const stderr = await open7(goTestFiles.goStderr(folder), "w");
  const keeper = spawn4(request.keeper, keeperArguments(request), {
    cwd: request.directory,
    env: { ...request.env, CRASH_GUARD_SHIM: goTestFiles.shim(folder) },
    stdio: ["pipe", events.fd, stderr.fd],
    // A session of its own: Ctrl-C reaches us, and we tell the keeper, which knows what to end in which order.
    detached: true,
    windowsHide: true
  });
  const ended2 = waitFor(keeper);
  const stopListening = forwardCancellation(keeper, request);
  const tail = await followFile(goTestFiles.events(folder), request.onChunk);
  try {
    for (; ; ) {
      const over = await Promise.race([ended2.then(() => true), sleep(pollMs2)]);
      await tail.read();
      if (over) break;
      await request.onPoll();
    }
  } finally {
    stopListening();
    await Promise.all([tail.close(), events.close(), stderr.close()]);
  }
  const failure2 = await ended2;
  if (failure2 !== null) throw new Error(`the keeper could not be started: ${failure2.message}`);
}
function keeperArguments({ folder, ceilingBytes, tiers, command }) {
  const guard2 = ceilingBytes === null ? [] : ["-ceiling", String(ceilingBytes), "-tiers", tiers.join(",")];
  return [folder, ...guard2, "--", ...command];
}
function forwardCancellation(keeper, { cancellation, maxMs }) {
  keeper.stdin?.on("error", () => void 0);
  const tell = (signal5, urgent) => {
    keeper.stdin?.write(`${urgent ? "SIGKILL" : signal5}
`);
  };
  const requested = cancellation.requested();
  if (requested !== null) tell(requested, false);
  const alarm = maxMs === null ? null : setTimeout(() => {
    tell("SIGKILL", true);
  }, maxMs);
  const stop = cancellation.onRequest(tell);
  return () => {
    if (alarm !== null) clearTimeout(alarm);
    stop();
  };
}
function waitFor(child) {
  return new Promise((resolve5) => {
    child.once("error", resolve5);
    child.once("exit", () => {
      resolve5(null);
    });
  });
}
function sleep(ms) {
  return new Promise((resolve5) => {
    setTimeout(resolve5, ms, false).unref();
  });
}

// src/run/peak-rss.ts
import { readFile as readFile9 } from "node:fs/promises";
import { join as join31 } from "node:path";
function peakRss(out, leg) {
  let peakBytes = null;
  const pids = /* @__PURE__ */ new Map();
  const finished = /* @__PURE__ */ new Set();
  const note2 = (bytes3) => {
    if (bytes3 !== void 0) peakBytes = Math.max(peakBytes ?? 0, bytes3);
  };
  const record3 = (name2, file) => readBounded(join31(layout.package(out, leg, name2), "attempt-1", file), 1 << 20);
  return {
    async observe(running, ended2) {
      for (const name2 of ended2) {
        if (finished.has(name2)) continue;
        finished.add(name2);
        note2(parseEndRecord(await record3(name2, "end.json"))?.maxRssBytes);
      }
      for (const name2 of running) {
        const pid = pids.get(name2) ?? parseStartRecord(await record3(name2, "start.json"))?.pid;
        if (pid === void 0) continue;
        pids.set(name2, pid);
        note2(parseHighWater(await procStatus(pid)));
      }
      return peakBytes;
    }
  };
}
function procStatus(pid) {
  return readFile9(`/proc/${String(pid)}/status`, "utf8").catch(() => null);
}
function parseHighWater(status) {
  const kib = /^VmHWM:\s+(?<kib>\d+) kB$/m.exec(status ?? "")?.groups?.["kib"];
  return kib === void 0 ? void 0 : Number(kib) * 1024;
}

// src/run/snapshot-requests.ts
import { readdir as readdir12, writeFile as writeFile10 } from "node:fs/promises";
import { join as join32 } from "node:path";
function snapshotRequests(out, leg, triggers) {
  const { testTimeMs, noProgressMs } = triggers;
  const watched = /* @__PURE__ */ new Map();
  const check = async (state, now) => {
    for (const fold of state.packages.values()) {
      if (!fold.started || fold.action !== null) {
        watched.delete(fold.package);
        continue;
      }
      const progress2 = `${String(fold.passed)} ${String(fold.failed)} ${String(fold.skipped)} ${String(fold.running.size)} ${[...fold.running.keys()].at(-1) ?? ""}`;
      let seen = watched.get(fold.package);
      if (seen === void 0) {
        seen = { progress: progress2, changedAt: now, since: /* @__PURE__ */ new Map(), askedFor: /* @__PURE__ */ new Set() };
        watched.set(fold.package, seen);
      }
      if (seen.progress !== progress2) {
        seen.progress = progress2;
        seen.changedAt = now;
        seen.askedFor.delete("no-progress");
      }
      for (const test of fold.running.keys()) if (!seen.since.has(test)) seen.since.set(test, now);
      for (const test of seen.since.keys()) if (!fold.running.has(test)) seen.since.delete(test);
      const why = [];
      if (noProgressMs !== null && now - seen.changedAt >= noProgressMs) why.push("no-progress");
      for (const [test, since2] of seen.since)
        if (testTimeMs !== null && now - since2 >= testTimeMs) why.push(`test ${test}`);
      if (why.every((reason) => seen.askedFor.has(reason))) continue;
      for (const reason of why) seen.askedFor.add(reason);
      await ask(layout.package(out, leg, fold.package));
    }
  };
  const off2 = testTimeMs === null && noProgressMs === null;
  return { check: off2 ? () => Promise.resolve() : check };
}
async function ask(packageFolder) {
  const attempts = (await readdir12(packageFolder).catch(() => [])).filter((entry2) => /^attempt-\d{1,6}$/.test(entry2)).sort((a, b) => Number(b.slice(8)) - Number(a.slice(8)));
  const [last] = attempts;
  if (last === void 0) return;
  await writeFile10(join32(packageFolder, last, "snapshot-request"), "").catch(() => void 0);
}

// src/run/run-leg.ts
var tickMs = 500;
async function runLeg(request) {
  const { plan, out, progress: progress2 } = request;
  const { name: name2 } = plan.leg;
  const folder = layout.leg(out, name2);
  await prepareLeg(request, folder);
  const planned = new Set(plan.packages.map((item) => item.package));
  progress2.legStarted(name2, planned.size, plan.leg.goTestFlags.verbose);
  const began = Date.now();
  let done = 0;
  const fold = createFold({
    packageEnded(endedPackage, state) {
      if (planned.has(endedPackage.package)) done++;
      progress2.packageEnded(name2, endedPackage, state);
    },
    output: (event) => {
      progress2.output(name2, event);
    }
  });
  const peak = peakRss(out, name2);
  const status = async () => {
    const started = [...fold.state.packages.values()].filter((item) => item.started);
    const names4 = (ended2) => started.filter((item) => item.action !== null === ended2).map((item) => item.package);
    const running = names4(false);
    return {
      leg: name2,
      total: planned.size,
      done,
      running,
      elapsedMs: Date.now() - began,
      peakRssBytes: await peak.observe(running, names4(true))
    };
  };
  const requests = snapshotRequests(out, name2, request.snapshot);
  let lastTick = 0;
  await runGoTest({
    keeper: plan.probe.keeper,
    folder,
    command: goTestCommand(plan, goTestFiles.overlay(folder)),
    ceilingBytes: request.guard.ceilingBytes,
    tiers: request.guard.tiers,
    directory: request.directory,
    env: plan.env,
    cancellation: request.cancellation,
    maxMs: null,
    onChunk: fold.push,
    onPoll: async () => {
      if (Date.now() - lastTick < tickMs) return;
      lastTick = Date.now();
      const now = await status();
      progress2.tick(now);
      await requests.check(fold.state, lastTick);
    }
  });
  fold.end();
  progress2.legEnded(await status());
  return { endedWell: [...fold.state.packages.values()].every(endedWell) };
}
function endedWell({
  action,
  running,
  passed,
  skipped: skipped2,
  saysCached,
  noTestFiles
}) {
  if (noTestFiles || saysCached) return true;
  const benchmarksOnly = [...running.keys()].every(isBenchmark);
  return action === "pass" && benchmarksOnly && passed + skipped2 > 0;
}
async function prepareLeg(request, folder) {
  const { plan, out, run, snapshot, cores, guard: guard2 } = request;
  await mkdir6(folder, { recursive: true });
  const overlay = await makeOverlay({
    packages: plan.packages,
    probeDirectory: request.probeDirectory,
    scratch: join33(folder, "inject"),
    userOverlay: plan.userOverlay
  });
  await writeFile11(goTestFiles.overlay(folder), JSON.stringify({ Replace: overlay }));
  const { usableBytes } = guard2;
  const shim = shimFile({ plan, out, run, folder, snapshot, cores, usableBytes, diagnose: "" });
  await writeFile11(goTestFiles.shim(folder), JSON.stringify(shim));
}

// src/run/run-rounds.ts
import { mkdir as mkdir7, readdir as readdir13, writeFile as writeFile12 } from "node:fs/promises";
import { dirname as dirname7 } from "node:path";

// src/run/follow-ups.ts
var maxDiagnosed = 20;
var maxNames2 = 100;
function followUps(packages, diagnose2) {
  const killed3 = packages.filter(({ cause }) => cause?.id === "build-killed");
  const rebuild = killed3.length === 0 ? [] : [{ purpose: "rebuild", packages: killed3.map((run) => run.package), flags: ["-p=1"] }];
  if (!diagnose2) return rebuild;
  return [
    ...rebuild,
    ...look(packages, "exit"),
    ...look(packages, "strace"),
    ...look(packages, "runtime")
  ];
}
function look(packages, purpose) {
  const due = packages.filter((run) => purposesOf(run).includes(purpose)).slice(0, maxDiagnosed);
  const partly = due.filter((run) => purpose === "exit" && run.tests.unfinished.length > 0);
  const names4 = new Set(partly.flatMap(({ tests: tests2 }) => tests2.unfinished).map(topLevel3));
  const whole = names4.size > maxNames2 ? due : due.filter((run) => !partly.includes(run));
  const choose = `-run=^(?:${[...names4].map(quoteMeta).join("|")})$`;
  return [
    { runs: due.filter((run) => !whole.includes(run)), flags: ["-count=1", choose] },
    { runs: whole, flags: ["-count=1"] }
  ].filter(({ runs }) => runs.length > 0).map(({ runs, flags }) => ({ purpose, packages: runs.map((run) => run.package), flags }));
}
function topLevel3(test) {
  return test.split("/")[0] ?? "";
}
function quoteMeta(name2) {
  return name2.replace(/[^\p{L}\p{N}_]/gu, "\\$&");
}
function purposesOf({ cause, ending, attempts, tests: tests2 }) {
  if (cause?.id === "exec-failed") return ["strace"];
  if (cause === null || cause.confidence === "confirmed") return [];
  if (["os-exit", "log-fatal", "testmain-exit"].includes(cause.id)) return ["exit"];
  const last = attempts.at(-1);
  if (cause.id !== "unknown" || ending === "lost" || last === void 0 || last.signal === "SIGKILL")
    return [];
  const seen = tests2.passed + tests2.failed + tests2.skipped + tests2.unfinished.length;
  if (seen > 0) return ["runtime"];
  return last.exitCode === null ? ["strace"] : ["exit", "strace"];
}

// src/run/run-rounds.ts
var maxDiagnosingMs = 12e4;
async function runRounds(request, diagnose2) {
  const { out, plan, cancellation } = request;
  const runPlan2 = await readRunPlan(out);
  const leg = runPlan2?.legs.find(({ name: name2 }) => name2 === plan.leg.name);
  if (runPlan2 === null || leg === void 0) return;
  const due = async () => {
    const { packages } = await assembleLeg(out, runPlan2, leg, await readCancel(out));
    return followUps(packages, diagnose2);
  };
  let all = cancellation.requested() === null ? await due() : [];
  const rebuild = all.find(({ purpose }) => purpose === "rebuild");
  if (rebuild !== void 0) {
    await runRound(request, rebuild);
    if (cancellation.requested() === null) all = await due();
  }
  for (const followUp of all) {
    if (cancellation.requested() !== null) return;
    if (followUp.purpose !== "rebuild") await runRound(request, followUp);
  }
}
async function runRound(request, followUp) {
  const { out, plan, run, guard: guard2 } = request;
  const { purpose, packages } = followUp;
  const folder = await nextFolder(out, plan.leg.name);
  const overlay = goTestFiles.overlay(layout.leg(out, plan.leg.name));
  const extraFlags = [...followUp.flags, ...ownOutputs(plan, folder)];
  const command = goTestCommand(plan, overlay, { patterns: packages, extraFlags });
  const shim = shimFile({
    plan,
    out,
    run,
    folder,
    snapshot: request.snapshot,
    cores: purpose === "rebuild" ? request.cores : { enabled: false, pattern: "" },
    usableBytes: guard2.usableBytes,
    diagnose: purpose === "rebuild" ? "" : purpose
  });
  await writeFile12(goTestFiles.shim(folder), JSON.stringify(shim));
  await writeRound(folder, { schema: 1, purpose, packages, command });
  request.progress.roundStarted(plan.leg.name, purpose, packages);
  await runGoTest({
    keeper: plan.probe.keeper,
    folder,
    command,
    ceilingBytes: guard2.ceilingBytes,
    tiers: guard2.tiers,
    directory: request.directory,
    env: plan.env,
    cancellation: request.cancellation,
    maxMs: purpose === "rebuild" ? null : maxDiagnosingMs,
    onChunk: () => void 0,
    onPoll: () => Promise.resolve()
  });
}
async function nextFolder(out, leg) {
  const parent = dirname7(layout.round(out, leg, 1));
  await mkdir7(parent, { recursive: true });
  const folder = layout.round(out, leg, (await readdir13(parent)).length + 1);
  await mkdir7(folder);
  return folder;
}

// src/guard.ts
async function guard(settings, ports) {
  const startedAt = /* @__PURE__ */ new Date();
  const { legs, problem } = await tryPlan(settings, ports);
  await restoreCorePattern(settings.out, ports.env);
  const [first, ...others2] = legs;
  const checked = first === void 0 ? null : await checkMachine(settings, ports, [first, ...others2]);
  const marker = await openRunFolder(settings.out, startedAt);
  await writeRunPlan(settings.out, runPlan(settings, ports, { legs, problem }, checked, marker));
  const noteCancel = (signal5) => writeCancel(settings.out, signal5);
  const stopListening = ports.cancellation.onRequest((signal5, urgent) => {
    if (!urgent) void noteCancel(signal5);
  });
  const early = ports.cancellation.requested();
  if (early !== null) await noteCancel(early);
  ports.progress.warnings(checked?.checks ?? []);
  const cores = checked === null ? null : await tryCores(settings, checked, marker, ports);
  try {
    for (const plan of legs) {
      if (ports.cancellation.requested() !== null || checked === null || cores === null) break;
      const request = {
        ...ports,
        ...{ guard: guardOrder(ports.env, checked), cores: cores.order },
        ...{ plan, out: settings.out, run: marker.run },
        ...{ directory: settings.directory, snapshot: settings.snapshot }
      };
      const { endedWell: endedWell2 } = await runLeg(request);
      if (!endedWell2) {
        await runRounds(request, settings.diagnose);
        await cores.afterLeg(plan);
      }
    }
  } finally {
    stopListening();
    await cores?.finish(ports.cancellation.requested() !== null);
  }
  const report = await makeReport(settings.out, ports.catalog);
  if (report === null) throw new Error(`the run folder ${settings.out} cannot be read back`);
  await pruneRecords(new Set(legs.map(recordStore)));
  return report;
}
async function makeReport(out, catalog) {
  const marker = await readMarker(out);
  const report = await assemble(out, catalog);
  if (report === null || marker === null) return null;
  await writeAtomically(layout.report(out), `${JSON.stringify(report, null, 2)}
`);
  await writeAtomically(layout.summary(out), renderSummary(report));
  await finishRunFolder(out, marker);
  return report;
}
async function tryCores(settings, checked, marker, { run, env, cancellation }) {
  const ports = { run, env, stop: cancellation.stop, cleanUp: cleanUpPorts(env) };
  try {
    return await prepareCores(settings, checked, marker.run, ports);
  } catch (error) {
    await finishRunFolder(settings.out, marker);
    throw error;
  }
}
async function tryPlan(settings, ports) {
  try {
    return { legs: await planLegs(settings, ports), problem: null };
  } catch (error) {
    if (error instanceof InterruptedError)
      return { legs: [], problem: `the run could not be planned: ${error.message}` };
    throw error;
  }
}
function runPlan(settings, ports, { legs, problem }, checked, marker) {
  const [first] = legs;
  return {
    schema: 1,
    run: marker.run,
    toolVersion: version2,
    startedAt: marker.startedAt,
    directory: settings.directory,
    failOn: settings.failOn,
    kernelPids: checked?.machine.kernelPids ?? false,
    problem,
    source: {
      ...ports.source,
      module: first?.packages[0]?.modulePath ?? null,
      directory: placeInRepository(settings.directory)
    },
    machine: {
      os: process.platform,
      arch: process.arch,
      cpus: availableParallelism(),
      memoryBytes: totalmem2(),
      go: first?.go.version ?? "",
      node: process.version
    },
    preflight: checked?.checks ?? [],
    legs: legs.map((plan) => ({
      name: plan.leg.name,
      race: plan.leg.race,
      heapProfile: plan.leg.heapProfile,
      goVersion: plan.go.version,
      goMinor: plan.go.minor,
      command: goTestCommand(plan, goTestFiles.overlay(layout.leg(settings.out, plan.leg.name))),
      patterns: plan.patterns,
      env: shareable(plan.env),
      failfast: plan.leg.goTestFlags.failfast,
      repeats: repeats(plan.leg.goTestFlags),
      store: recordStore(plan),
      packages: plan.packages
    }))
  };
}

// src/render/result.ts
var maxRuns = 30;
function renderResult(report, paths, paint) {
  const lines = [];
  const runs = troubled(report);
  for (const run of runs.slice(0, maxRuns)) lines.push(...describe5(report, run, paint));
  if (runs.length > maxRuns)
    lines.push(`  ... and ${plural(runs.length - maxRuns, "more package")}, see the report`);
  for (const { name: name2, leg, why } of rebuilt(report).slice(0, 5))
    lines.push(
      `${paint.dim("!")} ${printable(`${name2} (${leg}) was built again with -p 1: ${why}`)}`
    );
  for (const reason of report.verdict.reasons) {
    if (reason.package === void 0)
      lines.push(`${paint.bad("!")} ${reason.leg ?? "run"}: ${reason.message}`);
  }
  for (const { what, leg, package: name2 } of report.gaps.slice(0, 5)) {
    const at2 = [name2, leg].filter(Boolean).join(" ");
    lines.push(paint.dim(printable(`  not observed: ${at2}: ${what}`)));
  }
  if (report.gaps.length > 5)
    lines.push(
      paint.dim(`  not observed: ${plural(report.gaps.length - 5, "more thing")}, see the report`)
    );
  if (lines.length > 0) lines.push("");
  const colour = report.verdict.status === "pass" ? paint.good : paint.bad;
  lines.push(paint.bold(colour(headline(report))));
  for (const leg of report.legs) {
    const line = guardLine(leg);
    if (line !== null) lines.push(paint.dim(`guard:   ${line}`));
  }
  lines.push(paint.dim(`report:  ${paths.report}`), paint.dim(`summary: ${paths.summary}`));
  return `${lines.join("\n")}
`;
}
function describe5(report, run, paint) {
  const { failures: failures2, unfinished, neverRan } = run.tests;
  const lines = [
    `${paint.bad("✗")} ${paint.bold(printable(run.package))} ${paint.dim(`(${run.leg})`)} ${describeEnding(run)}`
  ];
  const [cause, ...more] = causeLines(run, paint);
  if (cause !== void 0) lines.push(cause);
  lines.push(...crashLines(report, run, paint), ...more);
  if (unfinished.length > 0) lines.push(`    unfinished: ${listNames(unfinished, 8)}`);
  if (neverRan.length > 0) lines.push(`    never ran:  ${listNames(neverRan, 8)}`);
  for (const { test, file, line, message } of failures2.slice(0, 8)) {
    const where = file === null ? "" : ` ${printable(file)}:${String(line ?? 0)}`;
    const text4 = printable(firstWords(message).replace(/^\S+\.go:\d+: /, ""));
    lines.push(
      `    failed:     ${clip(printable(test), 120)}${paint.dim(where)}${text4 === "" ? "" : `  ${clip(text4, 160)}`}`
    );
  }
  const log = run.attempts.at(-1)?.log;
  if (failures2.length > 8)
    lines.push(`    failed:     ${plural(failures2.length - 8, "more test")}`);
  if (log !== void 0) lines.push(paint.dim(`    output:     ${log}`));
  return lines;
}
function firstWords(message) {
  return message.split("\n").find((line) => /[^=\s]/.test(line)) ?? "";
}

// src/entry/load-catalog.ts
import { readFile as readFile10 } from "node:fs/promises";

// src/report/cause-ids.ts
var causeIds = [
  // Memory.
  "oom-cgroup",
  "oom-host",
  "oom-guard",
  "go-out-of-memory",
  // Limits.
  "address-space-limit",
  "fd-limit",
  "thread-limit",
  "file-size-limit",
  "cpu-limit",
  "stack-limit",
  "memlock-limit",
  "disk-full",
  // Stopped from outside.
  "killed",
  "cancelled",
  "runner-shutdown",
  "timeout",
  // The program's own crash.
  "panic",
  "init-panic",
  "fatal-error",
  "concurrent-map",
  "deadlock",
  "stack-overflow",
  "nil-dereference",
  "signal",
  // Detectors.
  "data-race",
  "goroutine-leak",
  "checkptr",
  "sanitizer",
  // Ordinary.
  "test-failure",
  // The process ended itself.
  "os-exit",
  "log-fatal",
  "testmain-exit",
  // No test ran.
  "build-failed",
  "build-killed",
  "vet-failed",
  "setup-failed",
  "exec-failed",
  "race-runtime-failed",
  "no-tests",
  "lost",
  "unknown"
];

// src/catalog/known-crash.ts
var pattern = optional(string2());
var signatureSchema = strictObject({
  kind: _enum(crashKinds),
  /** Of ParsedCrash.message. */
  message: pattern,
  /** Of the type of the last panic's value. */
  type: pattern,
  /** SIGSEGV */
  signal: optional(string2()),
  /** Of the address that the signal is about: `^0x0$`. */
  address: pattern,
  /** Of one of ParsedCrash.notes. */
  note: pattern,
  /** Each of the function of a frame of the crashing stack, in this order from the innermost; others may stand between. */
  frames: optional(array(string2())),
  /** Of the function of the innermost frame that is not the runtime's. */
  top: pattern,
  /** Of the state of the blamed goroutine: `^chan receive`. */
  state: pattern,
  /** Each of the state of another goroutine of the user's that waits: `^sync\.Mutex\.Lock$`. */
  others: optional(array(string2())),
  /** Of the text of the blamed line. Unmet where the source cannot be read. */
  source: pattern,
  /** Of a race: what the access does that `frames`, `top` and `source` are about; that may be either of the two. */
  access: optional(_enum(["read", "write", "atomic read", "atomic write"])),
  /** Of a race: what the two accesses do, sorted. */
  accesses: optional(_enum(["read/write", "write/write", "atomic"]))
});
var knownCrashSchema = object({
  id: string2(),
  family: string2(),
  title: string2(),
  cause: _enum(causeIds),
  /** What it says, as an example. */
  message: string2(),
  signatures: array(signatureSchema),
  /** For someone who has never seen it. Markdown, as the next two. */
  explanation: string2(),
  rootCause: string2(),
  fix: string2()
});
var catalogSchema = object({
  families: array(object({ id: string2(), title: string2() })),
  crashes: array(knownCrashSchema)
});

// src/catalog/signature.ts
var compiled = /* @__PURE__ */ new Map();
var checks = {
  message: (wanted, { crash }) => fits(wanted, crash.message),
  type: (wanted, { crash }) => fits(wanted, crash.panics.at(-1)?.type),
  signal: (wanted, { crash }) => crash.signal?.name === wanted,
  address: (wanted, { crash }) => fits(wanted, crash.signal?.address),
  note: (wanted, { crash }) => crash.notes.some((note2) => fits(wanted, note2)),
  frames: inOrder,
  top: (wanted, { top }) => fits(wanted, top?.function),
  state: (wanted, { state }) => fits(wanted, state),
  others: (wanted, { others: others2 }) => wanted.every((each) => others2.some((state) => fits(each, state))),
  source: (wanted, { source }) => fits(wanted, source),
  access: (wanted, { access: access6 }) => access6 === wanted,
  accesses: (wanted, { crash }) => accessesOf(crash) === wanted
};
function weigh(signature, subject) {
  const { weight, held } = count2(signature, subject);
  if (held === weight) return weight;
  return subject.otherSide === null ? null : weigh(signature, subject.otherSide);
}
function fulfilled(signature, subject) {
  if (signature.kind !== subject.crash.kind) return null;
  const { weight, held } = count2(signature, subject);
  return weight === 1 ? 0 : (held - 1) / (weight - 1);
}
function count2(signature, subject) {
  let weight = 1;
  let held = signature.kind === subject.crash.kind ? 1 : 0;
  for (const condition of Object.keys(checks)) {
    const wanted = signature[condition];
    if (wanted === void 0) continue;
    const own2 = Array.isArray(wanted) ? wanted.length : 1;
    const check = checks[condition];
    weight += own2;
    if (check(wanted, subject)) held += own2;
  }
  return { weight, held };
}
function fits(pattern2, text4) {
  if (text4 === null || text4 === void 0) return false;
  let expression = compiled.get(pattern2);
  if (expression === void 0) {
    expression = new RegExp(pattern2, "u");
    compiled.set(pattern2, expression);
  }
  return expression.test(text4);
}
function inOrder(wanted, { frames }) {
  let next = 0;
  for (const frame of frames) {
    const pattern2 = wanted[next];
    if (pattern2 === void 0) break;
    if (fits(pattern2, frame.function)) next++;
  }
  return next === wanted.length;
}
function accessesOf({ stacks }) {
  const operations = stacks.flatMap(({ access: access6 }) => access6 === null ? [] : [access6.operation]);
  if (operations.some((operation) => operation.startsWith("atomic"))) return "atomic";
  return operations.includes("read") ? "read/write" : "write/write";
}

// src/catalog/catalog.ts
function readCatalog(json) {
  return createCatalog(catalogSchema.parse(JSON.parse(json)));
}
function createCatalog({ crashes: all, families: families2 }) {
  const byKind3 = /* @__PURE__ */ new Map();
  for (const known of all) {
    for (const { kind } of known.signatures) {
      const same2 = byKind3.get(kind) ?? /* @__PURE__ */ new Set();
      byKind3.set(kind, same2.add(known));
    }
  }
  const recognise = (subject) => {
    let best = [];
    let heaviest = 0;
    for (const known of byKind3.get(subject.crash.kind) ?? []) {
      const weight = Math.max(0, ...known.signatures.map((each) => weigh(each, subject) ?? 0));
      if (weight > heaviest) best = [];
      if (weight > 0 && weight >= heaviest) best.push(known);
      heaviest = Math.max(heaviest, weight);
    }
    const [only, ...others2] = best;
    if (others2.length > 0) return { known: null, alike: best };
    return { known: only ?? null, alike: [] };
  };
  const familyTitle = (family) => families2.find(({ id }) => id === family)?.title ?? family;
  return { all, familyTitle, recognise };
}

// src/entry/load-catalog.ts
async function loadCatalog(file) {
  try {
    return readCatalog(await readFile10(file, "utf8"));
  } catch {
    return createCatalog({ families: [], crashes: [] });
  }
}

// src/run/cancellation.ts
function createCancellation() {
  const controller = new AbortController();
  let first = null;
  const listeners = /* @__PURE__ */ new Set();
  return {
    requested: () => first,
    stop: controller.signal,
    onRequest(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    request(signal5) {
      const urgent = first !== null;
      first ??= signal5;
      controller.abort();
      for (const listener of listeners) listener(signal5, urgent);
    }
  };
}

// src/render/live-output.ts
var maxChars6 = 64 * 1024;
function failureOutput(fold, state) {
  const parts = [];
  if (fold.buildFailed) parts.push(buildTextOf(fold, state.builds, ""));
  for (const { test, output } of fold.failures)
    if (output.trim() !== "") parts.push(`--- FAIL: ${test}
${output}`);
  for (const [test, output] of fold.running)
    if (!output.isEmpty()) parts.push(`--- unfinished: ${test}
${output.text()}`);
  parts.push(fold.output.text());
  const text4 = parts.map((part) => part.trimEnd()).filter((part) => part !== "").join("\n");
  const whole = printable(text4);
  return whole.length <= maxChars6 ? whole : `${whole.slice(0, maxChars6)}
... more in the run folder ...`;
}

// src/terminal/check-table.ts
var marks = { ok: "✓", warn: "!", fail: "✗" };
var widestValue = 48;
function renderChecks(checks2, paint) {
  const rows5 = checks2.map((check) => ({ ...check, value: printable(check.value) }));
  const widest = (lengths) => lengths.reduce((a, b) => Math.max(a, b), 0);
  const whatWidth = widest(rows5.map(({ what }) => what.length));
  const valueWidth = Math.max(
    "this machine".length,
    widest(rows5.map(({ value }) => Math.min(value.length, widestValue)))
  );
  const line = (first, what, value, needed) => `${first} ${what.padEnd(whatWidth)}  ${value.padEnd(valueWidth)}  ${paint.dim(needed)}`;
  const lines = [
    line(" ", "", "this machine", "needed").trimEnd(),
    ...rows5.flatMap(({ what, value, needed, status, fix }) => {
      const row = line(mark(status, paint), what, value, needed);
      return fix === null ? [row] : [row, fixLine(fix)];
    })
  ];
  return lines.map((line2) => `${line2}
`).join("");
}
function renderWarnings(checks2, paint) {
  const lines = checks2.filter(({ status }) => status !== "ok").flatMap(({ what, value, needed, status, fix }) => [
    `${mark(status, paint)} ${what}: ${printable(value)} ${paint.dim(`(needs ${needed})`)}`,
    ...fix === null ? [] : [fixLine(fix)]
  ]);
  return lines.map((line) => `${line}
`).join("");
}
function mark(status, paint) {
  return (status === "ok" ? paint.good : paint.bad)(marks[status]);
}
function fixLine(fix) {
  return `    fix: ${printable(fix)}`;
}

// src/terminal/progress.ts
var heartbeatMs = 3e4;
var clearLine = "\r\x1B[2K";
function terminalProgress(terminal) {
  const { paint } = terminal;
  const outputs2 = /* @__PURE__ */ new Map();
  let statusShown = false;
  let verbose = false;
  let lastHeartbeat = 0;
  const print = (text4) => {
    terminal.write(`${statusShown ? clearLine : ""}${text4}
`);
    statusShown = false;
  };
  const outputOf = (name2) => {
    let output = outputs2.get(name2);
    if (output === void 0) {
      output = createExcerpt(512 * 1024, 512 * 1024);
      outputs2.set(name2, output);
    }
    return output;
  };
  return {
    warnings(checks2) {
      printIfAny(print, renderWarnings(checks2, paint).trimEnd());
    },
    legStarted(leg, packages, isVerbose) {
      verbose = isVerbose;
      print(paint.bold(`leg ${leg}: ${plural(packages, "package")}`));
      lastHeartbeat = 0;
    },
    output(_leg, event) {
      if (!verbose || event.package === "" || shimMarker(event.output) !== null) return;
      outputOf(event.package).add(event.output);
    },
    packageEnded(leg, ended2, state) {
      if (ended2.noTestFiles && !verbose) return;
      const verboseOutput = outputs2.get(ended2.package);
      outputs2.delete(ended2.package);
      const bad = isBad(ended2);
      print(packageLine2(leg, ended2, paint));
      if (verboseOutput !== void 0 && !ended2.buildFailed)
        printIfAny(print, printable(verboseOutput.text()).trimEnd());
      else if (bad) printIfAny(print, failureOutput(ended2, state));
    },
    tick(status) {
      const columns2 = terminal.columns();
      if (columns2 !== null) {
        terminal.write(`${clearLine}${statusLine(status).slice(0, Math.max(20, columns2 - 1))}`);
        statusShown = true;
      } else if (status.elapsedMs - lastHeartbeat >= heartbeatMs) {
        lastHeartbeat = status.elapsedMs;
        print(`... ${statusLine(status)}`);
      }
    },
    legEnded(status) {
      const peak = status.peakRssBytes === null ? "" : `, peak memory ${formatBytes(status.peakRssBytes)}`;
      const counts = `${String(status.done)} of ${String(status.total)} packages ended`;
      print(
        paint.dim(`leg ${status.leg}: ${counts} in ${formatDuration(status.elapsedMs)}${peak}`)
      );
    },
    roundStarted(leg, purpose, packages) {
      const names4 = packages.map((name2) => printable(name2)).slice(0, 5);
      print(paint.dim(`leg ${leg}: ${roundWords[purpose]}: ${names4.join(", ")}`));
    }
  };
}
var roundWords = {
  rebuild: "building again, one at a time, what was killed",
  exit: "running again to find who ended the process",
  strace: "starting again under strace",
  runtime: "running again with the runtime's own tracing"
};
function printIfAny(print, text4) {
  if (text4 !== "") print(text4);
}
function isBad(ended2) {
  if (ended2.action === "fail" || ended2.failed > 0) return true;
  return [...ended2.running.keys()].some((test) => !isBenchmark(test));
}
function packageLine2(leg, ended2, paint) {
  const time2 = ended2.saysCached ? "cached" : ended2.elapsedMs === null ? "" : formatDuration(ended2.elapsedMs);
  const counts = [
    ...ended2.passed > 0 ? [`${String(ended2.passed)} passed`] : [],
    ...ended2.failed > 0 ? [`${String(ended2.failed)} failed`] : [],
    ...ended2.skipped > 0 ? [`${String(ended2.skipped)} skipped`] : [],
    ...ended2.noTestFiles ? ["no test files"] : [],
    ...ended2.buildFailed ? ["did not build"] : []
  ];
  const mark2 = isBad(ended2) ? paint.bad("✗") : paint.good("✓");
  return `${mark2} ${printable(ended2.package)} ${paint.dim([leg, time2, ...counts].filter(Boolean).join("  "))}`;
}
function statusLine(status) {
  const names4 = status.running.map((name2) => name2.split("/").at(-1) ?? name2);
  const running = names4.length === 0 ? "building" : `running ${names4.slice(0, 4).join(", ")}${names4.length > 4 ? ", ..." : ""}`;
  const peak = status.peakRssBytes === null ? "" : `  peak ${formatBytes(status.peakRssBytes)}`;
  return printable(
    `${status.leg}  ${String(status.done)}/${String(status.total)} packages  ${running}  ${formatDuration(status.elapsedMs)}${peak}`
  );
}

export {
  __require,
  __commonJS,
  __toESM,
  exitCodes,
  exitCode,
  InputError,
  plural,
  describeFailure,
  require_mod,
  _nonnegative,
  string2 as string,
  number2 as number,
  int,
  boolean2 as boolean,
  _null3 as _null,
  array,
  object,
  extend2 as extend,
  discriminatedUnion,
  tuple,
  record,
  _enum,
  literal,
  optional,
  nullable,
  formatDuration,
  splitQuotedWords,
  joinQuotedWords,
  parseGoTestFlags,
  noGoTestFlags,
  loadSettings,
  formatBytes,
  printable,
  clip,
  listNames,
  crashPage,
  isUsual,
  shareable,
  withoutSecrets,
  uninterrupted,
  commandRunner,
  describeFailure2,
  causePage,
  renderSummary,
  readBounded,
  readBoundedBytes,
  layout,
  goTestFiles,
  readMarker,
  binaryName,
  parseGuardRecord,
  parseStartRecord,
  parseEndRecord,
  packageOf,
  relativeTo,
  isStandardLibrary,
  isRuntime,
  isSurroundings,
  userFrame,
  baseOfTest,
  listGoroutines,
  createGoroutineParser,
  headBytes,
  contentOf,
  unpackedHead,
  inspectCore,
  textLine,
  frameLine,
  oneLine,
  aligned,
  moreLine,
  renderInspection,
  inspectGo,
  isBelow,
  checkListed,
  listFields,
  parseGoList,
  choosePatterns,
  readUserOverlay,
  restoreCorePattern,
  finishCores,
  splitBuildText,
  sumCallSites,
  maxUnpackedBytes,
  readProfile,
  holdersOf,
  parseSnapshotMeta,
  parseEvent,
  splitLines,
  causeOfCrash,
  enclosingFunction,
  shortName2 as shortName,
  moduleOf,
  investigate,
  plainFrame,
  isSameLine,
  recursionOf,
  findGuilt,
  plainName,
  isWrapper,
  examine,
  createCrashScanner,
  reportCrashes,
  repositoryAt,
  readRunPlan,
  chooseCeiling,
  machinePorts,
  readMachine,
  preflight,
  version2 as version,
  guard,
  makeReport,
  renderResult,
  causeIds,
  fulfilled,
  loadCatalog,
  createCancellation,
  renderChecks,
  terminalProgress
};

// Contents that stay open where there is room beside the text, and the search.
(function () {
  'use strict';

  // Search: lunr behind three functions, so that another engine can take its place.
  var engine = {
    load: function (root) {
      return Promise.all([script(root + 'assets/lunr.js'), script(root + 'assets/search-index.js')]);
    },
    build: function (entries) {
      return window.lunr(function () {
        this.ref('i');
        this.field('t', { boost: 8 });
        this.field('p', { boost: 2 });
        this.field('w');
        entries.forEach(function (e, i) { this.add({ i: i, t: e.t, p: e.p, w: e.w }); }, this);
      });
    },
    find: function (index, text) {
      var terms = window.lunr.tokenizer(text).map(function (t) { return t.toString(); });
      return index.query(function (query) {
        terms.forEach(function (term) {
          query.term(term, { boost: 10, usePipeline: true });
          query.term(term, { boost: 4, usePipeline: false, wildcard: window.lunr.Query.wildcard.TRAILING });
          if (term.length > 4) query.term(term, { boost: 1, usePipeline: false, editDistance: 1 });
        });
      }).map(function (hit) { return Number(hit.ref); });
    }
  };

  function script(address) {
    return new Promise(function (resolve, reject) {
      var tag = document.createElement('script');
      tag.src = address;
      tag.onload = resolve;
      tag.onerror = reject;
      document.head.appendChild(tag);
    });
  }

  function search(box) {
    var root = document.body.dataset.root;
    var input = box.querySelector('input');
    var list = box.querySelector('ul');
    var status = box.querySelector('[data-search-status]');
    var ready = null;
    var selected = -1;
    box.hidden = false;

    function load() {
      if (!ready) {
        ready = engine.load(root).then(function () { return engine.build(window.drydockSearchEntries); });
        ready.catch(function () { say('The search could not be loaded.', true); });
      }
      return ready;
    }

    // to those who listen; to those who look as well where there is nothing else to see
    function say(text, alone) {
      status.className = alone ? 'search__results search__none' : 'visually-hidden';
      status.textContent = text;
    }

    function close() {
      list.hidden = true;
      selected = -1;
      say('', false);
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function option(hit, i) {
      var entry = window.drydockSearchEntries[hit];
      var item = document.createElement('li');
      var link = document.createElement('a');
      item.id = 'search-hit-' + i;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      link.href = root + entry.u;
      link.tabIndex = -1;
      link.textContent = entry.t;
      if (entry.p) {
        var page = document.createElement('small');
        page.textContent = entry.p;
        link.appendChild(page);
      }
      item.appendChild(link);
      return item;
    }

    function show(index) {
      var text = input.value.trim();
      if (!text) { close(); return; }
      var hits = engine.find(index, text).slice(0, 12);
      list.replaceChildren.apply(list, hits.map(option));
      selected = -1;
      list.hidden = !hits.length;
      input.setAttribute('aria-expanded', String(hits.length > 0));
      input.removeAttribute('aria-activedescendant');
      if (hits.length) say(hits.length + (hits.length > 1 ? ' results' : ' result') + ', arrow keys to choose', false);
      else say('Nothing found', true);
    }

    function select(step) {
      var items = list.children;
      if (list.hidden || !items.length) return;
      if (selected >= 0) items[selected].setAttribute('aria-selected', 'false');
      selected = (selected + step + items.length) % items.length;
      items[selected].setAttribute('aria-selected', 'true');
      items[selected].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', items[selected].id);
    }

    input.addEventListener('focus', load);
    input.addEventListener('input', function () { load().then(show); });
    input.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown') { event.preventDefault(); select(1); }
      else if (event.key === 'ArrowUp') { event.preventDefault(); select(-1); }
      else if (event.key === 'Escape') { close(); }
      else if (event.key === 'Enter' && !list.hidden) {
        event.preventDefault();
        (list.children[Math.max(0, selected)].querySelector('a')).click();
      }
    });
    box.addEventListener('focusout', function (event) { if (!box.contains(event.relatedTarget)) close(); });
    list.addEventListener('mousedown', function (event) { event.preventDefault(); });
    list.addEventListener('click', close);
  }

  function contents(toc) {
    var wide = matchMedia('(min-width: 84rem)');
    function fit() { toc.open = wide.matches; }
    fit();
    wide.addEventListener('change', fit);
  }

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('[data-search-box]').forEach(search);
    document.querySelectorAll('[data-toc]').forEach(contents);
  });
})();

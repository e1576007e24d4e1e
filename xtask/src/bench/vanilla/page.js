// Home, a list or a product as one would write them by hand: no framework, the shop's
// own data and style sheets. index.html has asked for the data and holds the words.

const WORDS = JSON.parse(document.querySelector("#words").textContent);
const LANGUAGE = document.documentElement.lang;
const MONEY = new Intl.NumberFormat(LANGUAGE, { style: "currency", currency: "CNY" });
const NUMBER = new Intl.NumberFormat(LANGUAGE);
const DATE = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long" });
const main = document.querySelector("main");

class Markup {
  constructor(text) {
    this.text = text;
  }
}

function escaped(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(escaped).join("");
  if (value === false || value == null) return "";
  return String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
}

/** A template whose values are text, unless they come from this, too. */
const html = (strings, ...values) => new Markup(String.raw({ raw: strings }, ...values.map(escaped)));
const say = (word, value) => WORDS[word].replace("{}", value);
const money = ({ amount }) => MONEY.format(amount / 100);

/** `{ratio}` in `sizes` is how much wider than its square place the picture is drawn. */
function picture({ template, widths, width, height, tone }, sizes, isFirst, alt = "") {
  const at = (width) => template.replace("{width}", width);
  const set = widths.length > 1 && html`srcset="${widths.map((w) => `${at(w)} ${w}w`).join(", ")}"`;
  const when = isFirst ? html`fetchpriority="high"` : html`loading="lazy" decoding="async"`;
  return html`<img class="picture" ${when} width="${width}" height="${height}" alt="${alt}" data-tone="${tone}"
    sizes="${sizes.replaceAll("{ratio}", `${Math.max(width, height)}/${height}`)}" ${set}
    src="${at(widths.find((w) => w >= 640) ?? width)}">`;
}

function price({ price, before_price: before, price_varies: varies }, size = "") {
  const parts = MONEY.formatToParts(price.amount / 100);
  const only = (...types) => parts.filter(({ type }) => types.includes(type)).map(({ value }) => value);
  const saved = before && { amount: before.amount - price.amount };
  return html`<span class="price ${size}">
    ${varies && html`<span class="price__prefix">${WORDS.from}</span>`}<span class="price__amount">
      <span class="visually-hidden">${money(price)}</span>
      <span aria-hidden="true"><span class="price__sign">${only("currency")}</span>${only("integer", "group")}<span
        class="price__fraction">${only("decimal", "fraction")}</span></span></span>
    ${saved && html`<del class="price__before"><span class="visually-hidden">${say("before", money(before))}</span>
      <span aria-hidden="true">${money(before)}</span></del>
      <span class="price__saving">${say("save", money(saved))}</span>`}</span>`;
}

function stars(rating, inside) {
  const star = (at) => (rating - at >= 0.75 ? "stars__star--full" : rating - at >= 0.25 ? "stars__star--half" : "");
  return html`<span class="stars"><span class="visually-hidden">${say("stars", rating.toFixed(1))}</span>
    <span class="stars__row" aria-hidden="true">
      ${[0, 1, 2, 3, 4].map((at) => html`<i class="stars__star ${star(at)}"></i>`)}</span>${inside}</span>`;
}

function average({ average_hundredths: hundredths, count }) {
  const rating = hundredths / 100;
  return count > 0 && stars(rating, html`<span class="stars__value" aria-hidden="true">${rating.toFixed(1)}</span>
    <span class="stars__count">${NUMBER.format(count)}</span>`);
}

function tile(goods, sizes, isFirst) {
  const { in_stock: inStock, few_left: left } = goods;
  const badge = inStock ? left && say("left", left) : WORDS.none;
  return html`<li><article class="product-tile"><div class="product-tile__facts">
    <div class="product-tile__picture">${picture(goods.picture, sizes, isFirst)}
      ${badge && html`<div class="product-tile__badges">
        <span class="badge badge--${inStock ? "warning" : "neutral"}">${badge}</span></div>`}</div>
    <h3 class="product-tile__title"><a class="product-tile__link" href="/p/${goods.slug}">${goods.title}</a></h3>
    ${price(goods)} ${average(goods.rating)}
    <p class="product-tile__note">${say("sold", NUMBER.format(goods.units_sold))}</p></div></article></li>`;
}

function home({ categories, shelves }) {
  const sizes = "(width >= 30rem) calc(clamp(13rem, 14.7vw, 16rem)*{ratio}), calc(36.4vw*{ratio})";
  const cover = "(width >= 60rem) 13rem, calc(6.6rem*{ratio})";
  const name = (slug) => categories.find((category) => category.slug === slug)?.name;
  return html`<div class="home"><div class="home__intro">
    <h1 class="home__title">${WORDS.heading}</h1><p class="home__text">${WORDS.text}</p></div>
    <nav aria-label="${WORDS.categories}"><ul class="category-strip">
      ${categories.map((category) => html`<li class="category-strip__item"><a href="/c/${category.slug}">
        <span class="category-strip__picture">${picture(category.cover, cover)}</span>
        <span class="category-strip__name">${category.name}</span>
        <span class="category-strip__tagline">${category.tagline}</span></a></li>`)}</ul></nav>
    ${shelves.map(({ category, products }, row) => html`<section class="shelf"><div class="section-header">
      <h2 class="section-header__title">${name(category)}</h2>
      <a class="section-header__more" href="/c/${category}">${WORDS.all}
        <span class="visually-hidden">${name(category)}</span></a></div>
      <ul class="product-grid product-grid--shelf">
        ${products.map((goods, at) => tile(goods, sizes, row + at === 0))}</ul></section>`)}</div>`;
}

function list({ items, category, categories, meta }) {
  const sizes = "(width >= 44rem) calc(13.2rem*{ratio}), calc(41vw*{ratio})";
  const current = (slug) => slug === category?.slug && html`aria-current="true"`;
  return html`<div class="product-list-page">
    <header class="page-header"><div class="page-header__line">
      <h1 class="page-header__title">${category?.name}</h1></div></header>
    <nav aria-label="${WORDS.categories}"><ul class="chips chips--scroll">
      ${categories.map(({ slug, name }) => html`<li>
        <a class="chip" href="/c/${slug}" ${current(slug)}>${name}</a></li>`)}</ul></nav>
    <div class="product-list"><div class="product-list__results"><div class="product-list__bar">
      <p class="product-list__count">${say("goods", NUMBER.format(meta.total ?? items.length))}</p></div>
      <h2 class="visually-hidden">${WORDS.results}</h2>
      <ul class="product-grid">${items.map((goods, at) => tile(goods, sizes, at === 0))}</ul></div></div></div>`;
}

/** What changes with the variant. */
function choice({ options }, chosen) {
  const { stock } = chosen;
  const words = stock === 0 ? WORDS.none : stock > 10 ? WORDS.stock : say("left", stock);
  return html`<div class="variant-picker">
      ${options.map((option, row) => html`<fieldset class="variant-picker__option">
        <legend class="variant-picker__name">${option.name}</legend><ul class="chips">
        ${option.values.map(({ code, name }) => html`<li><button type="button" class="chip" data-row="${row}"
          data-code="${code}" aria-pressed="${chosen.choice[row] === code}">${name}</button></li>`)}</ul></fieldset>`)}
    </div>${price(chosen, "price--large")}
    <p class="product-page__stock" role="status">${words}</p>`;
}

/** The cheapest variant in stock, else the cheapest. */
const first = ({ variants }) =>
  variants.toSorted((a, b) => (a.stock === 0) - (b.stock === 0) || a.price.amount - b.price.amount)[0];

/** The variant with this value, as near to the chosen one as there is. */
function other({ variants }, chosen, row, code) {
  const alike = ({ choice }) => choice.filter((value, at) => value === chosen.choice[at]).length;
  const having = variants.filter(({ choice }) => choice[row] === code);
  return having.sort((a, b) => alike(b) - alike(a))[0] ?? chosen;
}

function review(said) {
  const variant = said.variant_name && say("bought", said.variant_name);
  return html`<li><article class="review"><header class="review__head">
      <h3 class="review__author">${said.author || WORDS.anonymous}</h3>
      ${said.verified_purchase && html`<span class="badge badge--good">${WORDS.verified}</span>`}
      <time class="review__date" datetime="${said.written_at}">${DATE.format(new Date(said.written_at))}</time></header>
    <div class="review__rating">${stars(said.rating)}<span class="review__variant">${variant}</span></div>
    ${said.title && html`<h4 class="review__title" lang="${said.language}">${said.title}</h4>`}
    <p class="review__text" lang="${said.language}">${said.text}</p>
    ${said.photos.length > 0 && html`<ul class="review__photos">${said.photos.map((photo) => html`<li>
      <span class="review__photo">${picture(photo, "6rem", false, photo.alt || WORDS.photo)}</span></li>`)}</ul>`}
    ${said.reply && html`<div class="review__reply">
      <p class="review__reply-title">${WORDS.reply}</p><p>${said.reply}</p></div>`}
    <p class="review__helpful">${said.helpful > 0 && say("helpful", NUMBER.format(said.helpful))}</p></article></li>`;
}

function product({ product, review_summary: summary, reviews }) {
  const sizes = "(width >= 48rem) calc(min(46vw, 52rem)*{ratio}), calc(100vw*{ratio})";
  const { category, title, pictures, merchant, rating } = product;
  const section = (name, inside) => html`<section class="product-page__section stack">
    <h2>${WORDS[name]}</h2>${inside}</section>`;
  const all = Math.max(1, summary.histogram.reduce((sum, count) => sum + count));
  return html`<nav class="breadcrumb" aria-label="${WORDS.here}"><ol class="breadcrumb__list">
      <li><a href="/">${WORDS.home}</a></li><li><a href="/c/${category.slug}">${category.name}</a></li>
      <li aria-current="page">${title}</li></ol></nav>
    <article class="product-page"><div class="product-page__gallery"><section class="gallery" aria-label="${title}">
      <div class="gallery__stage"><ul class="gallery__track" tabindex="0">${pictures.map((source, at) => html`
        <li class="gallery__slide"><span class="gallery__open">
          ${picture(source, sizes, at === 0, source.alt)}</span></li>`)}</ul></div>
      ${pictures.length > 1 && html`<ul class="gallery__thumbnails">${pictures.map((source, at) => html`<li>
        <button type="button" class="gallery__thumbnail" aria-label="${say("picture", at + 1)}" data-picture="${at}">
          ${picture(source, "calc(4rem*{ratio})")}</button></li>`)}</ul>`}</section></div>
    <div class="product-page__buy"><h1 class="product-page__title">${title}</h1><p>${product.summary}</p>
      <div class="product-page__facts">
        ${rating.count > 0 && html`<a class="cluster" href="#reviews">${average(rating)}</a>`}
        <span>${product.brand}</span><span>${say("sold", NUMBER.format(product.units_sold))}</span></div>
      <div class="live" id="choice">${choice(product, first(product))}</div></div>
    <div class="product-page__sections"><div class="product-page__details">
      ${section("description", html`<div class="prose">${product.description.map((text) => html`<p>${text}</p>`)}</div>`)}
      ${section("parameters", html`<dl class="facts">
        ${product.parameters.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`)}
      ${section("seller", html`<div class="prose"><p><strong>${merchant.name}</strong></p><p>${merchant.about}</p></div>`)}
    </div><section class="reviews" id="reviews"><div class="section-header"><h2>${WORDS.reviews}</h2></div>
      <div class="reviews__summary"><p class="reviews__average">
          <span aria-hidden="true">${(rating.average_hundredths / 100).toFixed(1)}</span>
          ${stars(rating.average_hundredths / 100)}
          <span class="reviews__counts"><span>${say("count", NUMBER.format(rating.count))}</span></span></p>
        <ul class="histogram">${[5, 4, 3, 2, 1].map((n) => html`<li><div class="histogram__line">
          <span class="histogram__stars">${n}</span>
          <progress class="histogram__bar" max="1" value="${summary.histogram[n - 1] / all}" aria-hidden="true"></progress>
          <span class="histogram__count">${summary.histogram[n - 1]}</span></div></li>`)}</ul></div>
      <ul class="reviews__list">${reviews.items.map(review)}</ul></section></div></article>`;
}

/** Chips choose a variant, thumbnails a picture. */
function listen({ product }) {
  let chosen = first(product);
  main.addEventListener("click", ({ target }) => {
    const { row, code, picture } = target.closest("button")?.dataset ?? {};
    const track = main.querySelector(".gallery__track");
    if (picture) track.scrollLeft = picture * track.clientWidth;
    if (!code) return;
    chosen = other(product, chosen, row, code);
    main.querySelector("#choice").innerHTML = choice(product, chosen).text;
    main.querySelector(`[data-row="${row}"][data-code="${code}"]`).focus();
  });
}

try {
  const response = await window.asked;
  if (!response.ok) throw new Error(`${response.url} is answered with ${response.status}`);
  const data = await response.json();
  main.innerHTML = (data.shelves ? home(data) : data.items ? list(data) : product(data)).text;
  if (data.product) listen(data);
} catch (error) {
  main.textContent = WORDS.failed;
  throw error;
}

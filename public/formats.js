// A browser's first number format takes it tens of milliseconds, all of them for
// tables that its threads share. So the first one is made here, beside the page.
new Intl.NumberFormat(self.name, { style: "currency", currency: "CNY" }).format(1);
new Intl.DateTimeFormat(self.name, { month: "short", day: "numeric" }).format(1);
self.close();

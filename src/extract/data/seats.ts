// Houses that news says instead of the government that sits in them: "the Kremlin said". Facts, written by hand.

/** Where a union of countries sits: "Brussels said". It is no country, but acts like one. */
export const unions: readonly { readonly union: string; readonly seat: string }[] = [
  { union: 'European Union', seat: 'Brussels' },
];

/** Seats of a country's executive, by the name that countries.ts gives the country. */
export const seats: readonly { readonly country: string; readonly names: readonly string[] }[] = `
Russia|Kremlin
United States|White House,Oval Office,Pentagon,State Department,U.S. State Department,US State Department,Foggy Bottom
United Kingdom|Downing Street,10 Downing Street,No 10,No. 10,Number 10,Whitehall,Foreign Office
France|Elysee,Élysée,Elysee Palace,Élysée Palace,Quai d'Orsay
South Korea|Blue House
Turkey|Sublime Porte
China|Zhongnanhai
Ukraine|Bankova
Italy|Palazzo Chigi,Quirinale,Farnesina
Germany|Federal Chancellery
Spain|Moncloa
Argentina|Casa Rosada
Poland|Belweder
`
  .trim()
  .split('\n')
  .map((line) => {
    const [country = '', names = ''] = line.split('|');
    return { country, names: names.split(',') };
  });

// Countries that share their name with a state: Georgia is where Tbilisi or where Atlanta is, as the article says.
import type { Article, Name } from '../article.ts';
import { namesakes } from '../data/namesakes.ts';

/** The names, without a country where the article means the state of that name. *Cost*: linear in the words. */
export function withoutNamesakes({ trees }: Article, names: readonly Name[]): Name[] {
  const meant = new Map<string, boolean>();
  const isState = (country: string): boolean => {
    const known = meant.get(country);
    if (known !== undefined) return known;
    const namesake = namesakes.get(country);
    let [state, own] = [0, 0];
    if (namesake !== undefined)
      for (const { words } of trees)
        for (const { form } of words) {
          if (namesake.state.has(form)) state++;
          if (namesake.country.has(form)) own++;
        }
    meant.set(country, state > own);
    return state > own;
  };
  return names.map((name) => {
    const { country, ...rest } = name;
    return country?.by === 'country' && namesakes.has(country.name) && isState(country.name) ? rest : name;
  });
}

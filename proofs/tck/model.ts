import { childNamed, childrenNamed, type Element, readXml } from './xml.ts';

/** A decision of a DMN model. */
interface Decision {
  readonly name: string;
  /** The text of its literal expression; undefined when it is decided in another way. */
  readonly expression: string | undefined;
  /** Names of the decisions and inputs that it needs. */
  readonly needs: readonly string[];
  /** The type that its value is coerced to, as the model writes it: `number`, `tNames`. */
  readonly type: string | undefined;
}

/** What the model says of a type of its own. */
interface ItemDefinition {
  readonly isList: boolean;
  readonly of: string | undefined;
}

/** A `.dmn` file, as far as literal expressions need it. */
export interface Model {
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Types of the inputs by name. */
  readonly inputs: ReadonlyMap<string, string | undefined>;
  readonly items: ReadonlyMap<string, ItemDefinition>;
}

const variableType = (element: Element): string | undefined =>
  childNamed(element, 'variable')?.attributes.get('typeRef');

function itemDefinition(element: Element): ItemDefinition {
  return { isList: element.attributes.get('isCollection') === 'true', of: childNamed(element, 'typeRef')?.text.trim() };
}

/** Throws {@link UnreadableFile}. */
export async function readModel(file: string): Promise<Model> {
  const root = await readXml(file, 'definitions');
  const named = root.children.flatMap((child) => {
    const [id, name] = [child.attributes.get('id'), child.attributes.get('name')];
    return name === undefined ? [] : [{ child, id, name }];
  });
  const namesById = new Map(named.map(({ id, name }) => [id, name]));
  const needsOf = (decision: Element): readonly string[] =>
    childrenNamed(decision, 'informationRequirement').flatMap(({ children }) =>
      children.flatMap(({ attributes }) => namesById.get(attributes.get('href')?.replace(/^.*#/, '')) ?? []),
    );
  const decisions = named
    .filter(({ child }) => child.name === 'decision')
    .map(({ child, name }): [string, Decision] => {
      const literal = childNamed(child, 'literalExpression');
      const expression = literal === undefined ? undefined : childNamed(literal, 'text')?.text;
      return [name, { name, expression, needs: needsOf(child), type: variableType(child) }];
    });
  const inputs = named.filter(({ child }) => child.name === 'inputData');
  const items = named.filter(({ child }) => child.name === 'itemDefinition');
  return {
    decisions: new Map(decisions),
    inputs: new Map(inputs.map(({ child, name }) => [name, variableType(child)])),
    items: new Map(items.map(({ child, name }) => [name, itemDefinition(child)])),
  };
}

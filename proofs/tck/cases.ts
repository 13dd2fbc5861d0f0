import { childNamed, childrenNamed, type Element, readXml } from './xml.ts';

/** A value as a test case writes it. */
export type Given =
  | { readonly kind: 'null' }
  /** `type` is XML Schema's, without its prefix: `decimal`, `date`; undefined where the case doesn't say. */
  | { readonly kind: 'simple'; readonly type: string | undefined; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Given[] }
  | { readonly kind: 'context' };

export interface TestCase {
  readonly id: string;
  /** Whether it calls a decision service instead of asking for decisions. */
  readonly callsService: boolean;
  readonly inputs: ReadonlyMap<string, Given>;
  readonly results: readonly { readonly decision: string; readonly expected: Given }[];
}

/** A `-test-NN.xml` file: which model it tests, and its cases. */
export interface TestFile {
  readonly model: string;
  readonly cases: readonly TestCase[];
}

function valueOf(element: Element): Given {
  if (element.attributes.get('nil') === 'true') return { kind: 'null' };
  return { kind: 'simple', type: element.attributes.get('type')?.replace(/^.*:/, ''), text: element.text };
}

/** What stands in an `inputNode`, an `expected` or an `item`: a value, a list, components, or nothing, which is null. */
function givenIn(element: Element): Given {
  const value = childNamed(element, 'value');
  if (value !== undefined) return valueOf(value);
  const list = childNamed(element, 'list');
  if (list !== undefined)
    return list.attributes.get('nil') === 'true'
      ? { kind: 'null' }
      : { kind: 'list', items: childrenNamed(list, 'item').map(givenIn) };
  return childNamed(element, 'component') === undefined ? { kind: 'null' } : { kind: 'context' };
}

const nameOf = (element: Element): string => element.attributes.get('name') ?? '';

/** Throws {@link UnreadableFile}. */
export async function readCases(file: string): Promise<TestFile> {
  const root = await readXml(file, 'testCases');
  const cases = childrenNamed(root, 'testCase').map((element): TestCase => {
    const inputs = childrenNamed(element, 'inputNode').map((node): [string, Given] => [nameOf(node), givenIn(node)]);
    const results = childrenNamed(element, 'resultNode').map((node) => {
      const expected = childNamed(node, 'expected');
      return {
        decision: nameOf(node),
        expected: expected === undefined ? { kind: 'null' as const } : givenIn(expected),
      };
    });
    const callsService = (element.attributes.get('type') ?? 'decision') !== 'decision';
    return { id: element.attributes.get('id') ?? '', callsService, inputs: new Map(inputs), results };
  });
  return { model: childNamed(root, 'modelName')?.text.trim() ?? '', cases };
}

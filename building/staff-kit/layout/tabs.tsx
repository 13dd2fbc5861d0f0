import type { ReactElement, ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

interface TabWords {
  readonly id: string;
  readonly text: ReactNode;
  readonly count?: number;
  readonly content: ReactNode;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly TabWords[];
  readonly chosen?: string;
  readonly change?: (id: string) => void;
}

/** Sides of one thing, one at a time; arrows go from one to the next. */
export function Tabs({ label, tabs, chosen, change }: Props): ReactElement {
  return (
    <AriaTabs
      {...(chosen === undefined ? {} : { selectedKey: chosen })}
      {...(change === undefined ? {} : { onSelectionChange: (key) => change(String(key)) })}
    >
      <TabList className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.text}
            {tab.count !== undefined && <b> {tab.count}</b>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

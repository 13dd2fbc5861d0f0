// Made from the JSON beside this folder (npm run words); change that. aac42fb4884a6c79
export interface Words {
  /** 查阅记录 · Access log · 查阅记录 */
  readonly title: string;
  /** 谁查阅了谁的记录，新的在前 · Who looked at whose record, newest first · 谁查阅了谁的记录，新的在前 */
  readonly caption: string;
  /** 工作人员 · Staff member · 工作人员 */
  readonly staff: string;
  /** 从 · From · 从 */
  readonly from: string;
  /** 到 · To · 到 */
  readonly until: string;
  /** 查找 · Find · 查找 */
  readonly find: string;
  /** 清除条件 · Clear filters · 清除条件 */
  readonly clear: string;
  /** 时间 · When · 时间 */
  readonly at: string;
  /** 查阅人 · Who looked · 查阅人 */
  readonly who: string;
  /** 单位、职责 · Office, duty · 单位、职责 */
  readonly office: string;
  /** 看了什么 · What was seen · 看了什么 */
  readonly what: string;
  /** 谁的记录 · Whose record · 谁的记录 */
  readonly person: string;
  /** 户籍地 · Residence · 户籍地 */
  readonly place: string;
  /** 事由 · Purpose · 事由 */
  readonly purpose: string;
  /** 没有符合条件的查阅。 · No look matches. · 没有符合条件的查阅。 */
  readonly none: string;
  /** 每一次查看个人记录，都会自动记在这里；记下的不能改，也不能删。 · Every look at a person’s record is written here by itself; what is written is never changed or deleted. · 每一次查看个人记录，都会自动记在这里；记下的不能改，也不能删。 */
  readonly noneHint: string;
  /** 再看更早的 · Show earlier · 再看更早的 */
  readonly more: string;
}

// What a reader of Taiwan has decided about words. OpenCC knows the characters; it can't know that our windows are counters and no part of
// a screen.

/**
 * Words that stay as they are, though OpenCC has another for them: our law and our offices mean something else by them than computers do.
 */
export const stay: readonly string[] =
  '窗口 社区 程序 审核 文件 项目 对象 参数 代码 保存 实例 权限 类型 发布 声明 注销 挂断 连接 内核 视图 算法 性能 进程 创建 文档 批量'.split(
    ' ',
  );

/** Words that become Taiwan's own wherever they stand as words. A new one is told by the test until it stands here or above. */
export const become: Readonly<Record<string, string>> = {
  登录: '登入',
  登录名: '登入名稱',
  数据: '資料',
  数据库: '資料庫',
  数据仓库: '資料倉儲',
  信息: '資訊',
  文件夹: '資料夾',
  打开: '開啟',
  像素: '畫素',
  打印: '列印',
  打印机: '印表機',
  密钥: '金鑰',
  用户: '使用者',
  用户名: '使用者名稱',
  短信: '簡訊',
  导入: '匯入',
  导出: '匯出',
  查看: '檢視',
  查找: '查詢',
  运行: '執行',
  端口: '埠',
  内置: '內建',
  字符: '字元',
  字节: '位元組',
  网络: '網路',
  内存: '記憶體',
  菜单: '選單',
  函数: '函式',
  磁盘: '磁碟',
  发送: '傳送',
  联系: '聯絡',
  软件: '軟體',
  字段: '欄位',
  变量: '變數',
  搜索: '搜尋',
  默认: '預設',
  命令行: '命令列',
  屏幕: '螢幕',
  服务器: '伺服器',
  刷新: '重新整理',
  网关: '閘道器',
  全角: '全形',
  半角: '半形',
  散列: '雜湊',
  线程: '執行緒',
  链接: '連結',
  接口: '介面',
  设置: '設定',
  嵌套: '巢狀',
  支持: '支援',
  加载: '載入',
  溢出: '溢位',
  公元: '西元',
};

/** What is written otherwise in Taiwan than OpenCC writes it. The longest that fits counts. */
export const instead: Readonly<Record<string, string>> = {
  賬: '帳',
  身份證: '身分證',
  臺賬: '台帳',
  複議: '復議',
  天后: '天後',
  不準: '不准',
  不準確: '不準確',
  卡里: '卡裡',
  '“': '「',
  '”': '」',
  '‘': '『',
  '’': '』',
};

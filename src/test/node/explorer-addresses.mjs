// The address of one example of each view, by the name of its picture.
export const VIEWS = {
  brands: '#/',
  brand: '#/brands/leica',
  partnership: '#/partnerships/leica-xiaomi',
  devices: `#/devices?STATUS=${encodeURIComponent('{"status":{"eq":"EXPECTED"}}')}`,
  device: '#/devices/xiaomi-14',
  markets: '#/markets?kind=REGION',
  market: '#/markets/JP?on=2024-03-07',
  citation: '#/citations/C3',
  figures: '#/brands/huawei',
  speaker: '#/speakers/kay-plaetke',
  event: '#/events/us-supplier-restrictions',
  search: '#/search?q=Leica',
  past: '#/?at=on-2019',
  comparison: '#/brands/leica?at=revision-0&with=now',
  problem: '#/nonsense',
};

//! Cities between which demo parcels travel.

use vitrine_contract::tracking::Location;

/// A city with a sorting centre.
#[derive(Debug, PartialEq)]
pub struct City {
    /// Its name, without 市.
    pub name: &'static str,
    /// Province or municipality, without 省 or 市.
    province: &'static str,
    /// Its name and province in traditional script and in English, lower case.
    others: [&'static str; 4],
    /// Its sorting centre.
    pub hub: &'static str,
    /// Longitude and latitude in degrees, for choosing ways; never told to anybody.
    at: (f64, f64),
    /// Whether parcels change vans here on the way to elsewhere.
    junction: bool,
}

macro_rules! cities {
    ($($name:literal $province:literal $hant:literal $province_hant:literal $en:literal
       $province_en:literal $hub:literal $lon:literal $lat:literal $junction:literal;)*) => {
        &[$(City {
            name: $name,
            province: $province,
            others: [$hant, $province_hant, $en, $province_en],
            hub: $hub,
            at: ($lon, $lat),
            junction: $junction,
        }),*]
    };
}

/// The first city of a province is the one taken when only the province is known.
const CITIES: &[City] = cities! {
    "北京" "北京" "北京" "北京" "beijing" "beijing" "北京通州转运中心" 116.4 39.9 true;
    "天津" "天津" "天津" "天津" "tianjin" "tianjin" "天津武清转运中心" 117.2 39.1 false;
    "上海" "上海" "上海" "上海" "shanghai" "shanghai" "上海浦东集散中心" 121.5 31.2 true;
    "重庆" "重庆" "重慶" "重慶" "chongqing" "chongqing" "重庆渝北转运中心" 106.5 29.6 false;
    "广州" "广东" "廣州" "廣東" "guangzhou" "guangdong" "广州白云转运中心" 113.3 23.1 true;
    "深圳" "广东" "深圳" "廣東" "shenzhen" "guangdong" "深圳宝安转运中心" 114.1 22.5 false;
    "东莞" "广东" "東莞" "廣東" "dongguan" "guangdong" "东莞虎门转运中心" 113.8 23.0 false;
    "杭州" "浙江" "杭州" "浙江" "hangzhou" "zhejiang" "杭州转运中心" 120.2 30.3 true;
    "宁波" "浙江" "寧波" "浙江" "ningbo" "zhejiang" "宁波转运中心" 121.5 29.9 false;
    "温州" "浙江" "溫州" "浙江" "wenzhou" "zhejiang" "温州转运中心" 120.7 28.0 false;
    "福州" "福建" "福州" "福建" "fuzhou" "fujian" "福州转运中心" 119.3 26.1 false;
    "泉州" "福建" "泉州" "福建" "quanzhou" "fujian" "泉州晋江转运中心" 118.6 24.9 false;
    "厦门" "福建" "廈門" "福建" "xiamen" "fujian" "厦门同安转运中心" 118.1 24.5 true;
    "南昌" "江西" "南昌" "江西" "nanchang" "jiangxi" "南昌转运中心" 115.9 28.7 false;
    "赣州" "江西" "贛州" "江西" "ganzhou" "jiangxi" "赣州转运中心" 114.9 25.8 false;
    "昆明" "云南" "昆明" "雲南" "kunming" "yunnan" "昆明官渡转运中心" 102.7 25.0 false;
    "贵阳" "贵州" "貴陽" "貴州" "guiyang" "guizhou" "贵阳转运中心" 106.6 26.6 false;
    "成都" "四川" "成都" "四川" "chengdu" "sichuan" "成都双流转运中心" 104.1 30.7 true;
    "武汉" "湖北" "武漢" "湖北" "wuhan" "hubei" "武汉东西湖转运中心" 114.3 30.6 true;
    "长沙" "湖南" "長沙" "湖南" "changsha" "hunan" "长沙转运中心" 113.0 28.2 true;
    "郑州" "河南" "鄭州" "河南" "zhengzhou" "henan" "郑州航空港转运中心" 113.6 34.7 true;
    "西安" "陕西" "西安" "陝西" "xi'an" "shaanxi" "西安转运中心" 108.9 34.3 true;
    "南京" "江苏" "南京" "江蘇" "nanjing" "jiangsu" "南京江宁转运中心" 118.8 32.1 false;
    "苏州" "江苏" "蘇州" "江蘇" "suzhou" "jiangsu" "苏州转运中心" 120.6 31.3 false;
    "合肥" "安徽" "合肥" "安徽" "hefei" "anhui" "合肥转运中心" 117.2 31.8 false;
    "济南" "山东" "濟南" "山東" "jinan" "shandong" "济南转运中心" 117.0 36.7 true;
    "青岛" "山东" "青島" "山東" "qingdao" "shandong" "青岛转运中心" 120.4 36.1 false;
    "石家庄" "河北" "石家莊" "河北" "shijiazhuang" "hebei" "石家庄转运中心" 114.5 38.0 false;
    "太原" "山西" "太原" "山西" "taiyuan" "shanxi" "太原转运中心" 112.5 37.9 false;
    "沈阳" "辽宁" "瀋陽" "遼寧" "shenyang" "liaoning" "沈阳转运中心" 123.4 41.8 true;
    "大连" "辽宁" "大連" "遼寧" "dalian" "liaoning" "大连转运中心" 121.6 38.9 false;
    "长春" "吉林" "長春" "吉林" "changchun" "jilin" "长春转运中心" 125.3 43.9 false;
    "哈尔滨" "黑龙江" "哈爾濱" "黑龍江" "harbin" "heilongjiang" "哈尔滨转运中心" 126.6 45.8 false;
    "呼和浩特" "内蒙古" "呼和浩特" "內蒙古" "hohhot" "inner mongolia" "呼和浩特转运中心" 111.7 40.8 false;
    "兰州" "甘肃" "蘭州" "甘肅" "lanzhou" "gansu" "兰州转运中心" 103.8 36.1 false;
    "西宁" "青海" "西寧" "青海" "xining" "qinghai" "西宁转运中心" 101.8 36.6 false;
    "银川" "宁夏" "銀川" "寧夏" "yinchuan" "ningxia" "银川转运中心" 106.2 38.5 false;
    "乌鲁木齐" "新疆" "烏魯木齊" "新疆" "urumqi" "xinjiang" "乌鲁木齐转运中心" 87.6 43.8 false;
    "拉萨" "西藏" "拉薩" "西藏" "lhasa" "tibet" "拉萨转运中心" 91.1 29.7 false;
    "南宁" "广西" "南寧" "廣西" "nanning" "guangxi" "南宁转运中心" 108.4 22.8 false;
    "海口" "海南" "海口" "海南" "haikou" "hainan" "海口转运中心" 110.3 20.0 false;
    "香港" "香港" "香港" "香港" "hong kong" "hong kong" "香港葵涌转运中心" 114.2 22.3 false;
    "澳门" "澳门" "澳門" "澳門" "macao" "macau" "澳门转运中心" 113.5 22.2 false;
    "台北" "台湾" "臺北" "臺灣" "taipei" "taiwan" "台北转运中心" 121.6 25.0 false;
};

/// The city that the texts speak of: a city's name in any of them counts
/// before a province's.
pub fn find(texts: &[&str]) -> Option<&'static City> {
    let texts: Vec<_> = texts.iter().map(|text| text.to_lowercase()).collect();
    let spoken = |word: &str| texts.iter().any(|text| text.contains(word));
    let city = |city: &&City| [city.name, city.others[0], city.others[2]].into_iter().any(&spoken);
    let province =
        |city: &&City| [city.province, city.others[1], city.others[3]].into_iter().any(&spoken);
    CITIES.iter().find(city).or_else(|| CITIES.iter().find(province))
}

/// The junction by which a parcel goes from `a` to `b`, if there is one that
/// is not much of a detour.
pub fn between(a: &City, b: &City) -> Option<&'static City> {
    const DETOUR: f64 = 1.35;
    let direct = distance(a, b);
    CITIES
        .iter()
        .filter(|city| city.junction && city.name != a.name && city.name != b.name)
        .map(|city| (city, distance(a, city) + distance(city, b)))
        .filter(|(_, way)| *way <= direct * DETOUR)
        .min_by(|x, y| x.1.total_cmp(&y.1))
        .map(|(city, _)| city)
}

/// Degrees, good enough for choosing.
fn distance(a: &City, b: &City) -> f64 {
    ((a.at.0 - b.at.0).powi(2) + (a.at.1 - b.at.1).powi(2)).sqrt()
}

impl City {
    /// As carriers tell it.
    pub fn location(&self) -> Location {
        let municipality = self.name == self.province;
        Location {
            city: format!("{}市", self.name),
            state: if municipality { String::new() } else { format!("{}省", self.province) },
            country_region: "CN".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(texts: &[&str]) -> &'static str {
        find(texts).map_or("?", |city| city.name)
    }

    #[test]
    fn cities_are_found_in_every_language() {
        assert_eq!(name(&["杭州市西湖区", "浙江省"]), "杭州");
        assert_eq!(name(&["Xihu District, Hangzhou", "Zhejiang"]), "杭州");
        assert_eq!(name(&["大安區", "臺北市"]), "台北");
        assert_eq!(name(&["云南昆明"]), "昆明");
        assert_eq!(name(&["某县", "四川省"]), "成都");
        assert_eq!(name(&["Springfield", "Oregon"]), "?");
    }

    #[test]
    fn ways_make_sense() {
        let way = |a, b| {
            between(find(&[a]).unwrap(), find(&[b]).unwrap()).map_or("direct", |city| city.name)
        };
        assert_ne!(way("昆明", "北京"), "direct");
        assert_ne!(way("北京", "深圳"), "沈阳");
        assert_eq!(way("上海", "上海"), "direct");
    }
}

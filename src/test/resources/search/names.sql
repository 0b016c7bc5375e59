-- The names that the relevance of searches is measured by: those of real brands, devices and markets, and aliases in other scripts.
begin;

insert into citation (key, title)
values ('C0', 'Xiaomi and Leica Partnership Is Here to Stay'),
       ('C1', 'Xiaomi is Ending its Leica Camera Partnership: What This Means for Future Phones'),
       ('C2', 'How Hasselblad tunes the colours of OPPO and OnePlus phones'),
       ('C3', 'Huawei P30 Pro review: the zoom king'),
       ('C4', 'vivo and ZEISS extend their global imaging partnership'),
       ('C5', '徕卡与小米宣布战略合作');

insert into brand (slug, name)
values ('leica', 'Leica'), ('zeiss', 'ZEISS'), ('hasselblad', 'Hasselblad'), ('xiaomi', 'Xiaomi'), ('redmi', 'REDMI'),
       ('poco', 'POCO'), ('huawei', 'Huawei'), ('sharp', 'Sharp'), ('vivo', 'vivo'), ('oppo', 'OPPO'), ('oneplus', 'OnePlus'),
       ('honor', 'Honor'), ('apple', 'Apple'), ('samsung', 'Samsung'), ('sony', 'Sony'), ('voigtlaender', 'Voigtländer'),
       ('ricoh', 'Ricoh'), ('nokia', 'Nokia'), ('google', 'Google'), ('schneider-kreuznach', 'Schneider-Kreuznach');

insert into alias (text, brand_id)
select a.text, b.id
from (values ('leica', 'Leica Camera AG'), ('leica', '徕卡'), ('leica', 'ライカ'), ('leica', 'Leitz'), ('zeiss', 'Carl Zeiss AG'),
             ('zeiss', '蔡司'), ('hasselblad', '哈苏'), ('xiaomi', '小米'), ('xiaomi', 'Mi'), ('huawei', '华为'), ('huawei', '華為'),
             ('samsung', '삼성전자'), ('samsung', 'Samsung Electronics'), ('sony', 'ソニー'), ('sharp', 'シャープ'),
             ('ricoh', 'リコー'), ('honor', '荣耀'), ('xiaomi', 'Сяоми'), ('apple', 'آبل')) a (slug, text)
join brand b using (slug);

insert into partnership (slug, name)
values ('leica-huawei', 'Leica and Huawei'), ('leica-sharp', 'Leica and Sharp'), ('leica-xiaomi', 'Leica and Xiaomi'),
       ('zeiss-vivo', 'ZEISS and vivo'), ('hasselblad-oppo', 'Hasselblad and OPPO'), ('hasselblad-oneplus', 'Hasselblad and OnePlus'),
       ('zeiss-nokia', 'ZEISS and Nokia'), ('ricoh-realme', 'Ricoh GR and realme');

insert into device (slug, name, kind, brand_id)
select d.slug, d.name, 'MODEL', b.id
from (values ('leica', 'leitz-phone-1', 'Leitz Phone 1'), ('leica', 'leitz-phone-2', 'Leitz Phone 2'),
             ('leica', 'leitz-phone-3', 'Leitz Phone 3'), ('xiaomi', 'xiaomi-12s', 'Xiaomi 12S'),
             ('xiaomi', 'xiaomi-12s-pro', 'Xiaomi 12S Pro'), ('xiaomi', 'xiaomi-12s-ultra', 'Xiaomi 12S Ultra'),
             ('xiaomi', 'xiaomi-mix-fold-2', 'Xiaomi Mix Fold 2'), ('xiaomi', 'xiaomi-13', 'Xiaomi 13'),
             ('xiaomi', 'xiaomi-13-pro', 'Xiaomi 13 Pro'), ('xiaomi', 'xiaomi-13-ultra', 'Xiaomi 13 Ultra'),
             ('xiaomi', 'xiaomi-14', 'Xiaomi 14'), ('xiaomi', 'xiaomi-14-pro', 'Xiaomi 14 Pro'),
             ('xiaomi', 'xiaomi-14-ultra', 'Xiaomi 14 Ultra'), ('xiaomi', 'xiaomi-14t-pro', 'Xiaomi 14T Pro'),
             ('xiaomi', 'xiaomi-15-ultra', 'Xiaomi 15 Ultra'), ('redmi', 'redmi-k90-pro-max', 'REDMI K90 Pro Max'),
             ('poco', 'poco-f8-ultra', 'POCO F8 Ultra'), ('huawei', 'huawei-p9', 'Huawei P9'), ('huawei', 'huawei-p20-pro', 'Huawei P20 Pro'),
             ('huawei', 'huawei-p30-pro', 'Huawei P30 Pro'), ('huawei', 'huawei-p40-pro-plus', 'Huawei P40 Pro+'),
             ('huawei', 'huawei-mate-40-pro', 'Huawei Mate 40 Pro'), ('huawei', 'huawei-mate-60-pro', 'Huawei Mate 60 Pro'),
             ('huawei', 'porsche-design-mate-rs', 'PORSCHE DESIGN Mate RS'), ('sharp', 'aquos-r6', 'AQUOS R6'),
             ('sharp', 'aquos-r7', 'AQUOS R7'), ('vivo', 'vivo-x60', 'vivo X60'), ('vivo', 'vivo-x100-pro', 'vivo X100 Pro'),
             ('vivo', 'vivo-x100-ultra', 'vivo X100 Ultra'), ('vivo', 'vivo-x200-pro', 'vivo X200 Pro'),
             ('oppo', 'oppo-find-x5-pro', 'OPPO Find X5 Pro'), ('oppo', 'oppo-find-x6-pro', 'OPPO Find X6 Pro'),
             ('oppo', 'oppo-find-x8-ultra', 'OPPO Find X8 Ultra'), ('oneplus', 'oneplus-9-pro', 'OnePlus 9 Pro'),
             ('oneplus', 'oneplus-12', 'OnePlus 12'), ('sony', 'xperia-1-v', 'Xperia 1 V'), ('sony', 'xperia-pro-i', 'Xperia PRO-I'),
             ('nokia', 'nokia-808-pureview', 'Nokia 808 PureView'), ('nokia', 'lumia-1020', 'Lumia 1020'),
             ('nokia', 'nokia-9-pureview', 'Nokia 9 PureView'), ('samsung', 'galaxy-s24-ultra', 'Galaxy S24 Ultra'),
             ('samsung', 'galaxy-z-fold6', 'Galaxy Z Fold6'), ('apple', 'iphone-15-pro', 'iPhone 15 Pro'),
             ('apple', 'iphone-15-pro-max', 'iPhone 15 Pro Max'), ('google', 'pixel-8-pro', 'Pixel 8 Pro'),
             ('honor', 'honor-magic6-pro', 'Honor Magic6 Pro')) d (brand, slug, name)
join brand b on b.slug = d.brand;

insert into alias (text, kind, device_id)
select a.text, a.kind, d.id
from (values ('xiaomi-12s-ultra', '2203121C', 'MODEL_CODE'), ('xiaomi-14-ultra', '24030PN60G', 'MODEL_CODE'),
             ('galaxy-s24-ultra', 'SM-S928B', 'MODEL_CODE'), ('huawei-p30-pro', 'VOG-L29', 'MODEL_CODE'),
             ('iphone-15-pro', 'A3102', 'MODEL_CODE'), ('leitz-phone-1', 'LP-01', 'MODEL_CODE'), ('leitz-phone-1', 'Leitz Cellphone 1', 'NAME'),
             ('xiaomi-14', '小米14', 'TRANSLATION'), ('huawei-mate-60-pro', '华为Mate60 Pro', 'TRANSLATION'),
             ('aquos-r6', 'アクオス R6', 'TRANSLATION'), ('porsche-design-mate-rs', '保时捷设计', 'TRANSLATION')) a (slug, text, kind)
join device d using (slug);

insert into variant (device_id, code, memory)
select id, 'XIG03', 16 from device where slug = 'xiaomi-14-ultra'
union all
select id, 'SH-51B', 12 from device where slug = 'aquos-r6';

insert into collaboration (partnership_id, device_id)
select p.id, d.id
from device d join brand b on b.id = d.brand_id
join partnership p on p.slug = case b.slug when 'xiaomi' then 'leica-xiaomi' when 'huawei' then 'leica-huawei' when 'sharp' then 'leica-sharp'
                                    when 'vivo' then 'zeiss-vivo' when 'oppo' then 'hasselblad-oppo' when 'oneplus' then 'hasselblad-oneplus'
                                    when 'nokia' then 'zeiss-nokia' end;

insert into member (partnership_id, brand_id, role)
select p.id, b.id, case when b.slug in ('leica', 'zeiss', 'hasselblad') then 'IMAGING_PARTNER' else 'HANDSET_MAKER' end
from partnership p join brand b on b.slug = any (string_to_array(p.slug, '-'));

insert into market (code, name, kind)
values ('IN', 'India', 'COUNTRY'), ('CN', 'China', 'COUNTRY'), ('DE', 'Germany', 'COUNTRY'), ('JP', 'Japan', 'COUNTRY'),
       ('AE', 'United Arab Emirates', 'COUNTRY'), ('CI', 'Côte d’Ivoire', 'COUNTRY'), ('AX', 'Åland Islands', 'COUNTRY'),
       ('GB', 'United Kingdom', 'COUNTRY'), ('US', 'United States', 'COUNTRY'), ('142', 'Asia', 'REGION'), ('150', 'Europe', 'REGION'),
       ('035', 'Southeast Asia', 'REGION');

insert into event (slug, name, kind)
values ('mwc-2024', 'Mobile World Congress 2024', 'TRADE_SHOW'), ('wetzlar-visit', 'Executives of Xiaomi India and Leica in Wetzlar', 'VISIT'),
       ('photokina-2018', 'Photokina 2018', 'TRADE_SHOW');

insert into speaker (slug, name)
values ('lei-jun', 'Lei Jun'), ('leijun-zh', '雷军'), ('kay-plaetke', 'Kay Plaetke'), ('digital-chat-station', 'Digital Chat Station'),
       ('matthias-harsch', 'Matthias Harsch');

-- Every row and every value has a claim.
do $$
declare
    subject text;
begin
    for subject in select name from subjects() name where name <> 'citation' loop
        execute format('insert into claim (source_id, property, value, %1$s_id)
                        select (select min(id) from citation), v.property, v.value, r.id
                        from %1$I r left join %1$s_value v on v.id = r.id', subject);
    end loop;
end $$;

commit;
